# Install rules, and what find_package(claimlint) and pkg-config need.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/claimlint)

install(
  TARGETS claimlint
  EXPORT claimlint-targets
  COMPONENT development
  FILE_SET HEADERS
  LIBRARY COMPONENT runtime NAMELINK_COMPONENT development)
install(
  EXPORT claimlint-targets
  NAMESPACE claimlint::
  DESTINATION ${package_dir}
  COMPONENT development)
if(CLAIMLINT_C)
  install(
    TARGETS claimlint-c
    EXPORT claimlint-c-targets
    COMPONENT development
    FILE_SET HEADERS
    LIBRARY COMPONENT c NAMELINK_COMPONENT development)
  install(
    EXPORT claimlint-c-targets
    NAMESPACE claimlint::
    DESTINATION ${package_dir}
    COMPONENT development)
endif()
if(CLAIMLINT_CLI)
  install(TARGETS claimlint-cli COMPONENT tool)
  if(NOT CMAKE_CROSSCOMPILING)
    set(shells ${PROJECT_BINARY_DIR}/cli/shells)
    install(FILES ${shells}/claimlint.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT tool)
    install(FILES ${shells}/claimlint DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
            COMPONENT tool)
    install(FILES ${shells}/_claimlint DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions
            COMPONENT tool)
    install(FILES ${shells}/claimlint.fish
            DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT tool)
  endif()
endif()

configure_package_config_file(
  cmake/claimlint-config.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/claimlint-config.cmake
  INSTALL_DESTINATION ${package_dir} NO_SET_AND_CHECK_MACRO)
# Before 1.0 a minor version may break.
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/claimlint-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)
install(
  FILES ${CMAKE_CURRENT_BINARY_DIR}/claimlint-config.cmake
        ${CMAKE_CURRENT_BINARY_DIR}/claimlint-config-version.cmake
        cmake/claimlint-dependencies.cmake cmake/Findre2.cmake cmake/Findcld2.cmake
        cmake/Findmd4c.cmake
  DESTINATION ${package_dir}
  COMPONENT development)

# The prefix is relative to the file, so that an installed tree can be moved.
file(RELATIVE_PATH CLAIMLINT_PC_PREFIX
     ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
set(CLAIMLINT_PC_PRIVATE "icu-uc icu-i18n re2 tomlplusplus libarchive libcrypto md4c pugixml sqlite3 tbb zlib")
if(BUILD_SHARED_LIBS)
  # A shared library brings its own libraries along and no header of theirs is seen, so that those
  # who link it need no other package. Requires.private would ask for all.
  set(CLAIMLINT_PC_REQUIRES "")
  set(CLAIMLINT_PC_LIBS "")
  set(CLAIMLINT_PC_CFLAGS "")
  set(CLAIMLINT_C_PC_REQUIRES "")
  set(CLAIMLINT_C_PC_CFLAGS "")
  # The linker looks for what the library needs itself, too.
  set(CLAIMLINT_C_PC_LIBS " -Wl,-rpath-link,\${libdir}")
else()
  # There is only the archive: it needs them with and without --static.
  set(CLAIMLINT_PC_REQUIRES "Requires: ${CLAIMLINT_PC_PRIVATE}")
  # The last two for linkers that are called for C.
  set(CLAIMLINT_PC_LIBS " -lcld2 -pthread -lstdc++ -lm")
  set(CLAIMLINT_PC_CFLAGS " -DCLAIMLINT_STATIC_DEFINE")
  set(CLAIMLINT_C_PC_REQUIRES "Requires: claimlint = ${PROJECT_VERSION}")
  set(CLAIMLINT_C_PC_CFLAGS " -DCLAIMLINT_C_STATIC")
  set(CLAIMLINT_C_PC_LIBS "")
endif()
set(pkg_config_names claimlint)
if(CLAIMLINT_C)
  list(APPEND pkg_config_names claimlint-c)
endif()
foreach(name ${pkg_config_names})
  configure_file(cmake/${name}.pc.in ${CMAKE_CURRENT_BINARY_DIR}/${name}.pc @ONLY)
  install(
    FILES ${CMAKE_CURRENT_BINARY_DIR}/${name}.pc
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
    COMPONENT development)
endforeach()

install(
  DIRECTORY lexicons/
  DESTINATION ${CMAKE_INSTALL_DATADIR}/claimlint/lexicons
  COMPONENT development
  FILES_MATCHING
  PATTERN "*.toml"
  PATTERN "NOTICE")
install(
  FILES docs/report.schema.json
  DESTINATION ${CMAKE_INSTALL_DATADIR}/claimlint
  COMPONENT development)
install(
  FILES ${PROJECT_BINARY_DIR}/claimlint.cdx.json LICENSE lexicons/NOTICE
  DESTINATION ${CMAKE_INSTALL_DOCDIR}
  COMPONENT development)
