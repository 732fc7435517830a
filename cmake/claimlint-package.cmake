# Debian packages: cpack -G DEB in a build of the shared libraries with the prefix /usr. Runtime
# packages are named by their SONAME, so that two of them can be installed side by side.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME claimlint)
set(CPACK_PACKAGE_CONTACT "claimlint <claimlint@example.org>" CACHE STRING "Maintainer of packages")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/lib
                                                ${PROJECT_BINARY_DIR}/bindings/c)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")

get_target_property(soversion claimlint SOVERSION)
set(runtime_package libclaimlint${soversion})
set(same_version "(= ${PROJECT_VERSION})")

set(CPACK_COMPONENTS_ALL runtime development)
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION "The library for C++.")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME ${runtime_package})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SUGGESTS poppler-utils)

set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "Headers, and files for CMake and pkg-config.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libclaimlint-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${runtime_package} ${same_version}")

if(CLAIMLINT_C)
  get_target_property(soversion claimlint-c SOVERSION)
  list(APPEND CPACK_COMPONENTS_ALL c)
  set(CPACK_COMPONENT_C_DESCRIPTION "The library for C.")
  set(CPACK_DEBIAN_C_PACKAGE_NAME libclaimlint-c${soversion})
  set(CPACK_DEBIAN_C_PACKAGE_SECTION libs)
  set(CPACK_DEBIAN_C_PACKAGE_DEPENDS "${runtime_package} ${same_version}")
  string(APPEND CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
         ", libclaimlint-c${soversion} ${same_version}")
endif()

if(CLAIMLINT_CLI)
  list(APPEND CPACK_COMPONENTS_ALL tool)
  set(CPACK_COMPONENT_TOOL_DESCRIPTION "The command-line tool, its man page and completions.")
  set(CPACK_DEBIAN_TOOL_PACKAGE_NAME claimlint)
  set(CPACK_DEBIAN_TOOL_PACKAGE_SECTION text)
  set(CPACK_DEBIAN_TOOL_PACKAGE_DEPENDS "${runtime_package} ${same_version}")
  set(CPACK_DEBIAN_TOOL_PACKAGE_RECOMMENDS poppler-utils)
endif()

# The folder that a wheel of bindings/python was unpacked to, which was made with this build's library:
# `bindings/python/check --wheel FOLDER BUILD`.
set(CLAIMLINT_PYTHON_FOLDER "" CACHE PATH "What the package python3-claimlint holds; empty: none")
if(CLAIMLINT_PYTHON_FOLDER)
  list(APPEND CPACK_COMPONENTS_ALL python)
  # The tool in it is to be run, whatever unpacked the wheel made of its mode.
  install(DIRECTORY ${CLAIMLINT_PYTHON_FOLDER}/ DESTINATION lib/python3/dist-packages
          COMPONENT python PATTERN claimlint/bin EXCLUDE)
  install(PROGRAMS ${CLAIMLINT_PYTHON_FOLDER}/claimlint/bin/claimlint
          DESTINATION lib/python3/dist-packages/claimlint/bin COMPONENT python)
  set(CPACK_COMPONENT_PYTHON_DESCRIPTION "The package for Python.")
  set(CPACK_DEBIAN_PYTHON_PACKAGE_NAME python3-claimlint)
  set(CPACK_DEBIAN_PYTHON_PACKAGE_SECTION python)
  # Its core is for one minor version; Debian 12 has this one.
  set(CPACK_DEBIAN_PYTHON_PACKAGE_DEPENDS
      "python3 (>= 3.11), python3 (<< 3.12), ${runtime_package} ${same_version}")
  set(CPACK_DEBIAN_PYTHON_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/cmake/debian/postinst
                                                ${PROJECT_SOURCE_DIR}/cmake/debian/prerm)
endif()

file(READ LICENSE licence)
file(READ lexicons/NOTICE notice)
file(WRITE ${PROJECT_BINARY_DIR}/copyright "${licence}\n${notice}")
foreach(component ${CPACK_COMPONENTS_ALL})
  string(TOUPPER ${component} upper)
  install(FILES ${PROJECT_BINARY_DIR}/copyright
          DESTINATION share/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME} COMPONENT ${component})
endforeach()

include(CPack)
