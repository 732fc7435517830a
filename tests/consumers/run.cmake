# Builds and runs the example of the README as a consumer of claimlint would.
# cmake -D HOW=find_package|pkg_config|add_subdirectory -D BUILD=... -D SOURCE=... -D WORK=...
#       -D CXX=... [-D CONFIG=...] [-D FLAGS=...] -P run.cmake
function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE failed OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(failed)
    list(JOIN ARGV " " command)
    message(FATAL_ERROR "${command}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

set(prefix ${WORK}/prefix)
set(consumer ${WORK}/build/consumer)
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK}/build)

if(NOT HOW STREQUAL add_subdirectory)
  run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
  # An installed tree can be moved.
  file(RENAME ${prefix} ${prefix}-moved)
  set(prefix ${prefix}-moved)
endif()

if(HOW STREQUAL pkg_config)
  file(GLOB_RECURSE pc ${prefix}/claimlint.pc)
  get_filename_component(libdir ${pc} DIRECTORY)
  set(ENV{PKG_CONFIG_PATH} ${libdir})
  run(pkg-config --cflags --libs claimlint)
  separate_arguments(flags UNIX_COMMAND "${output}")
  separate_arguments(extra UNIX_COMMAND "${FLAGS}")
  run(${CXX} -std=c++20 ${extra} ${SOURCE}/tests/consumers/example.cpp -o ${consumer} ${flags})
  get_filename_component(ENV{LD_LIBRARY_PATH} ${libdir} DIRECTORY)
else()
  run(${CMAKE_COMMAND} -G Ninja -S ${SOURCE}/tests/consumers/${HOW} -B ${WORK}/build
      -D CMAKE_PREFIX_PATH=${prefix} -D CMAKE_CXX_COMPILER=${CXX} "-DCMAKE_CXX_FLAGS=${FLAGS}")
  run(${CMAKE_COMMAND} --build ${WORK}/build)
endif()

run(${consumer})
message(STATUS "${HOW}: ${output}")
if(NOT output MATCHES "efficacy\\.cure high: ")
  message(FATAL_ERROR "the consumer did not report the cure claim")
endif()
