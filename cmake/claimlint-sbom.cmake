# The bill of materials (CycloneDX 1.5) of what is built: the libraries that CMake found, with the
# packages they came in. Target `claimlint-sbom`; docs/dependencies.md lists the same and what is
# needed besides.

# The files behind a target or a list of linker arguments.
function(claimlint_library_files result)
  set(files "")
  foreach(item ${ARGN})
    if(TARGET ${item})
      get_target_property(type ${item} TYPE)
      if(type STREQUAL INTERFACE_LIBRARY)
        get_target_property(linked ${item} INTERFACE_LINK_LIBRARIES)
        claimlint_library_files(more ${linked})
        list(APPEND files ${more})
      else()
        list(APPEND files $<TARGET_FILE:${item}>)
      endif()
    elseif(IS_ABSOLUTE "${item}")
      list(APPEND files ${item})
    endif()
  endforeach()
  set(${result} ${files} PARENT_SCOPE)
endfunction()

set(CLAIMLINT_COMPONENTS "")

# One line for each component: its name and licence (an SPDX expression), then what it was found as.
# Data that is compiled in is of no package, and names its version after its name.
function(claimlint_component name licence)
  claimlint_library_files(files ${ARGN})
  list(JOIN files "|" files)
  set(CLAIMLINT_COMPONENTS ${CLAIMLINT_COMPONENTS} "${name}|${licence}|${files}" PARENT_SCOPE)
endfunction()

function(claimlint_compiler_files result)
  set(files "")
  foreach(name ${ARGN})
    execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-file-name=${name} OUTPUT_VARIABLE file
                    OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(IS_ABSOLUTE "${file}")
      list(APPEND files ${file})
    endif()
  endforeach()
  set(${result} ${files} PARENT_SCOPE)
endfunction()

find_package(nlohmann_json REQUIRED)
get_target_property(json_headers nlohmann_json::nlohmann_json INTERFACE_INCLUDE_DIRECTORIES)
find_file(CLAIMLINT_JSON_HEADER nlohmann/json.hpp HINTS ${json_headers} REQUIRED)
mark_as_advanced(CLAIMLINT_JSON_HEADER)
claimlint_compiler_files(cxx_runtime libstdc++.so.6 libgcc_s.so.1)
claimlint_compiler_files(c_runtime libc.so.6 libm.so.6 ld-linux-x86-64.so.2)
claimlint_component(cld2 "Apache-2.0" cld2::cld2)
claimlint_component(glibc "LGPL-2.1-or-later" ${c_runtime})
claimlint_component(gcc-runtime "GPL-3.0-or-later WITH GCC-exception-3.1" ${cxx_runtime})
claimlint_component(icu "Unicode-DFS-2016" ICU::uc ICU::i18n)
claimlint_component(libarchive "BSD-2-Clause" LibArchive::LibArchive)
claimlint_component(md4c "MIT" md4c::md4c)
claimlint_component(nlohmann-json "MIT" ${CLAIMLINT_JSON_HEADER})
claimlint_component(onetbb "Apache-2.0" TBB::tbb)
claimlint_component(openssl "Apache-2.0" OpenSSL::Crypto)
claimlint_component(pugixml "MIT" pugixml::pugixml)
claimlint_component(re2 "BSD-3-Clause" re2::re2)
claimlint_component(scowl@2020.12.07 "LicenseRef-SCOWL"
                    ${PROJECT_SOURCE_DIR}/lexicons/words.toml)
claimlint_component(sqlite "blessing" SQLite::SQLite3)
claimlint_component(tomlplusplus "MIT" tomlplusplus::tomlplusplus)
claimlint_component(zlib "Zlib" ZLIB::ZLIB)
if(CLAIMLINT_CLI)
  find_package(Boost REQUIRED COMPONENTS program_options)
  claimlint_component(boost "BSL-1.0" Boost::program_options
                      ${Boost_INCLUDE_DIRS}/boost/version.hpp)
endif()

set(sbom ${PROJECT_BINARY_DIR}/claimlint.cdx.json)
set(sbom_writer ${PROJECT_SOURCE_DIR}/cmake/claimlint-sbom-write.cmake)
add_custom_command(
  OUTPUT ${sbom}
  COMMAND
    ${CMAKE_COMMAND} -D OUT=${sbom} -D VERSION=${PROJECT_VERSION}
    "-DCOMPILER=${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}"
    "-DBUILD_TYPE=$<CONFIG>" "-DHARDENED=${CLAIMLINT_HARDENED}" "-DSHARED=$<IF:$<BOOL:${BUILD_SHARED_LIBS}>,ON,OFF>"
    "-DCOMPONENTS=${CLAIMLINT_COMPONENTS}" -P ${sbom_writer}
  DEPENDS claimlint ${sbom_writer}
  COMMENT "Writing the bill of materials"
  VERBATIM)
add_custom_target(claimlint-sbom ALL DEPENDS ${sbom})
