# Builds and runs programs as consumers of claimlint would.
# cmake -D HOW=find_package|pkg_config|add_subdirectory|fetch_content|c_find_package|c_pkg_config|
#              components|examples
#       -D BUILD=... -D SOURCE=... -D WORK=... -D CXX=... -D CC=... -D PYTHON=... [-D FLAGS=...]
#       -P run.cmake
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
set(consumers ${SOURCE}/tests/consumers)
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK}/build)

function(configure folder)
  run(${CMAKE_COMMAND} -G Ninja -S ${folder} -B ${WORK}/build -D CMAKE_PREFIX_PATH=${prefix}
      -D CMAKE_CXX_COMPILER=${CXX} -D CMAKE_C_COMPILER=${CC} "-DCMAKE_CXX_FLAGS=${FLAGS}"
      "-DCMAKE_C_FLAGS=${FLAGS}" -D CLAIMLINT_SOURCE=${SOURCE} ${ARGN})
endfunction()

function(build_with_pkg_config name compiler source)
  file(GLOB_RECURSE pc ${prefix}/${name}.pc)
  get_filename_component(libdir ${pc} DIRECTORY)
  set(ENV{PKG_CONFIG_PATH} ${libdir})
  run(pkg-config --cflags --libs ${name})
  separate_arguments(flags UNIX_COMMAND "${output}")
  separate_arguments(extra UNIX_COMMAND "${FLAGS}")
  run(${compiler} ${extra} ${consumers}/${source} -o ${consumer} ${flags})
endfunction()

if(NOT HOW MATCHES "add_subdirectory|fetch_content")
  run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
  # An installed tree can be moved.
  file(RENAME ${prefix} ${prefix}-moved)
  set(prefix ${prefix}-moved)
  # Where shared libraries are is for who moves them to tell the loader; the linker must find them.
  file(GLOB_RECURSE pc ${prefix}/claimlint.pc)
  get_filename_component(libdir ${pc} DIRECTORY)
  get_filename_component(libdir ${libdir} DIRECTORY)
  set(loaded_from ${libdir})
endif()

function(consume)
  if(HOW STREQUAL fetch_content)
    # Building it would be what add_subdirectory does.
    configure(${consumers}/${HOW})
    return()
  elseif(HOW STREQUAL components)
    configure(${consumers}/components)
    return()
  elseif(HOW STREQUAL examples)
    configure(${SOURCE}/examples)
    run(${CMAKE_COMMAND} --build ${WORK}/build)
    set(ENV{LD_LIBRARY_PATH} "${loaded_from}")
    run(${PYTHON} ${consumers}/examples.py ${WORK}/build)
    message(STATUS "${HOW}: ${output}")
    return()
  elseif(HOW STREQUAL pkg_config)
    build_with_pkg_config(claimlint "${CXX};-std=c++20" example.cpp)
  elseif(HOW STREQUAL c_pkg_config)
    build_with_pkg_config(claimlint-c "${CC};-std=c11" example.c)
  else()
    string(REPLACE c_find_package c folder ${HOW})
    configure(${consumers}/${folder})
    run(${CMAKE_COMMAND} --build ${WORK}/build)
  endif()

  set(ENV{LD_LIBRARY_PATH} "${loaded_from}")
  run(${consumer})
  message(STATUS "${HOW}: ${output}")
  if(NOT output MATCHES "efficacy\\.cure high: ")
    message(FATAL_ERROR "the consumer did not report the cure claim")
  endif()
endfunction()

consume()
# What failed is left to be looked at; a static library takes a hundred megabytes.
file(REMOVE_RECURSE ${WORK})
