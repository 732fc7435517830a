# The libraries claimlint links. Included by the build, and by the installed package where the
# archive is static and its consumers must link them too.
include(CMakeFindDependencyMacro)
list(APPEND CMAKE_MODULE_PATH "${CMAKE_CURRENT_LIST_DIR}")

find_dependency(ICU COMPONENTS uc i18n)
find_dependency(LibArchive)
find_dependency(OpenSSL COMPONENTS Crypto)
find_dependency(SQLite3)
find_dependency(Threads)
find_dependency(TBB CONFIG)
find_dependency(ZLIB)
find_dependency(md4c)
find_dependency(pugixml CONFIG)
find_dependency(tomlplusplus CONFIG)
find_dependency(cld2)
find_dependency(re2)
