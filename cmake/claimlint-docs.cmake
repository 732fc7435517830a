# The API reference, by doxygen where that is there: target `reference`, and a test that fails for a
# public symbol without a word on it.
find_program(CLAIMLINT_DOXYGEN doxygen)
if(NOT CLAIMLINT_DOXYGEN)
  message(STATUS "No doxygen: there is no target for the API reference")
  return()
endif()

set(CLAIMLINT_REFERENCE ${PROJECT_BINARY_DIR}/reference)
configure_file(docs/Doxyfile.in ${PROJECT_BINARY_DIR}/Doxyfile @ONLY)
file(MAKE_DIRECTORY ${CLAIMLINT_REFERENCE})
add_custom_target(
  reference
  COMMAND ${CLAIMLINT_DOXYGEN} ${PROJECT_BINARY_DIR}/Doxyfile
  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
  COMMENT "Writing the API reference"
  VERBATIM)
if(CLAIMLINT_DEVELOPER)
  add_test(NAME reference COMMAND ${CLAIMLINT_DOXYGEN} ${PROJECT_BINARY_DIR}/Doxyfile
           WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(reference PROPERTIES TIMEOUT 300)
endif()
