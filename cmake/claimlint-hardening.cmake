# How our own targets are compiled and linked in optimised builds, so that a bug in them is stopped
# before it is an exploit, and so that a binary does not depend on the folder it was built in.
# Targets of those who include us keep the flags they have.
include(CheckCXXCompilerFlag)
include(CheckLinkerFlag)
include(CheckPIESupported)

set(CLAIMLINT_OPTIMISED "$<CONFIG:Release,RelWithDebInfo,MinSizeRel>")
set(CLAIMLINT_HARDENING_COMPILE "")
set(CLAIMLINT_HARDENING_LINK "")
if(CLAIMLINT_HARDENED)
  check_pie_supported(LANGUAGES CXX)
  # Of two folders that fit, the last one is taken: that of the build may be inside of the sources.
  foreach(
    flag
    -fstack-protector-strong
    -fstack-clash-protection
    -fcf-protection=full
    -ffile-prefix-map=${PROJECT_SOURCE_DIR}=.
    -ffile-prefix-map=${PROJECT_BINARY_DIR}=build)
    string(REGEX REPLACE "=.*" "" name ${flag})
    string(MAKE_C_IDENTIFIER "CLAIMLINT_HAS${name}" known)
    check_cxx_compiler_flag(${flag} ${known})
    if(${known})
      list(APPEND CLAIMLINT_HARDENING_COMPILE $<${CLAIMLINT_OPTIMISED}:${flag}>)
    endif()
  endforeach()
  # What a distribution's compiler defines by itself must not be in the way.
  list(APPEND CLAIMLINT_HARDENING_COMPILE $<${CLAIMLINT_OPTIMISED}:-U_FORTIFY_SOURCE>
       $<${CLAIMLINT_OPTIMISED}:-D_FORTIFY_SOURCE=3>)
  foreach(flag relro now noexecstack)
    check_linker_flag(CXX "LINKER:-z,${flag}" CLAIMLINT_HAS_LINK_${flag})
    if(CLAIMLINT_HAS_LINK_${flag})
      list(APPEND CLAIMLINT_HARDENING_LINK "$<${CLAIMLINT_OPTIMISED}:LINKER:-z,${flag}>")
    endif()
  endforeach()
endif()

# usage: claimlint_harden(TARGET [CHECKED]); CHECKED: the standard library checks indices, too.
function(claimlint_harden target)
  # Coverage is counted without optimisation, which fortified calls need.
  if(NOT CLAIMLINT_HARDENED OR CLAIMLINT_COVERAGE)
    return()
  endif()
  target_compile_options(${target} PRIVATE ${CLAIMLINT_HARDENING_COMPILE})
  target_link_options(${target} PRIVATE ${CLAIMLINT_HARDENING_LINK})
  # Where shared libraries of the build are is a part of what the build ID is made of.
  set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON
                                             BUILD_RPATH_USE_ORIGIN ON)
  if("CHECKED" IN_LIST ARGN)
    target_compile_definitions(${target} PRIVATE $<${CLAIMLINT_OPTIMISED}:_GLIBCXX_ASSERTIONS>)
  endif()
endfunction()
