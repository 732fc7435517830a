# Lets only what a version script lists leave a shared library. Elsewhere than on ELF platforms
# hidden visibility alone has to do.
include(CheckLinkerFlag)
check_linker_flag(CXX "LINKER:--version-script=${CMAKE_CURRENT_LIST_DIR}/everything.symbols"
                  CLAIMLINT_HAS_VERSION_SCRIPTS)

function(claimlint_export_only target list)
  get_target_property(type ${target} TYPE)
  if(type STREQUAL SHARED_LIBRARY AND CLAIMLINT_HAS_VERSION_SCRIPTS)
    target_link_options(${target} PRIVATE "LINKER:--version-script=${list}")
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${list})
  endif()
endfunction()
