# Warnings for our own targets. Errors only for developers: a user's newer compiler must not stop
# the build.
add_library(claimlint-warnings INTERFACE)
target_compile_options(
  claimlint-warnings
  INTERFACE -Wall
            -Wextra
            -Wpedantic
            -Wconversion
            -Wshadow
            -Wnon-virtual-dtor
            -Wold-style-cast
            # GCC 12 sees overlap in string concatenations that has none (GCC bug 105651).
            $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
            $<$<BOOL:${CLAIMLINT_DEVELOPER}>:-Werror>)
