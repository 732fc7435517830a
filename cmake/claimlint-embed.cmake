# Writes a C++ source that holds the script and the style sheet of the pages, and their hashes as a
# content security policy names them.
# usage: cmake -D PAGES=pages/dist -D OUT=FILE -P claimlint-embed.cmake
set(base64 "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

# Of the 32 bytes of a SHA-256: ten groups of three, and two bytes with one `=`.
function(to_base64 hex result)
  string(APPEND hex "00")
  set(text "")
  foreach(at RANGE 0 60 6)
    string(SUBSTRING ${hex} ${at} 6 group)
    math(EXPR bits "0x${group}")
    foreach(shift 18 12 6 0)
      math(EXPR index "(${bits} >> ${shift}) & 63")
      string(SUBSTRING ${base64} ${index} 1 digit)
      string(APPEND text ${digit})
    endforeach()
  endforeach()
  string(SUBSTRING ${text} 0 43 text)
  set(${result} "${text}=" PARENT_SCOPE)
endfunction()

function(embed file name)
  file(READ ${file} hex HEX)
  file(SHA256 ${file} digest)
  to_base64(${digest} digest)
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${hex}")
  string(REGEX REPLACE "(.......................................................................,)"
                       "\\1\n" bytes "${bytes}")
  set(source "${source}const char ${name}_bytes[] = {\n${bytes}};\n\n" PARENT_SCOPE)
  set(functions
      "${functions}PageAsset ${name}() {\n  return {{${name}_bytes, sizeof ${name}_bytes}, \"sha256-${digest}\"};\n}\n\n"
      PARENT_SCOPE)
endfunction()

set(source "")
set(functions "")
embed(${PAGES}/claimlint.js page_script)
embed(${PAGES}/claimlint.css page_style)
file(
  WRITE ${OUT}
  "#include \"output/html_assets.hpp\"\n\nnamespace claimlint::output {\nnamespace {\n\n${source}}  // namespace\n\n${functions}}  // namespace claimlint::output\n")
