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
            $<$<BOOL:${CLAIMLINT_DEVELOPER}>:-Werror>)
