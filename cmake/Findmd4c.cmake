# The Markdown parser as md4c::md4c. The CMake file of Debian's package also wants the HTML renderer,
# which is in a package of its own.
find_path(md4c_INCLUDE_DIR md4c.h)
find_library(md4c_LIBRARY md4c)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(md4c REQUIRED_VARS md4c_LIBRARY md4c_INCLUDE_DIR)
if(md4c_FOUND AND NOT TARGET md4c::md4c)
  add_library(md4c::md4c UNKNOWN IMPORTED)
  set_target_properties(
    md4c::md4c PROPERTIES IMPORTED_LOCATION "${md4c_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES
                                                              "${md4c_INCLUDE_DIR}")
endif()
mark_as_advanced(md4c_INCLUDE_DIR md4c_LIBRARY)
