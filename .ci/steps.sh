# Sourced by run and nightly: `step NAME COMMAND...` runs and times, `finish` tells the outcome.
passed=0
failed=0

step() {
  local name=$1
  shift
  echo "=== $name"
  local begin=$SECONDS
  if "$@"; then
    passed=$((passed + 1))
    echo "--- $name: passed ($((SECONDS - begin)) s)"
  else
    failed=$((failed + 1))
    echo "--- $name: FAILED ($((SECONDS - begin)) s)"
  fi
}

finish() {
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}

# Clang, the shared library, both sanitizers and the fuzz targets: one build for all.
sanitizers() { cmake --preset asan && cmake --build --preset asan && ctest --preset asan; }

clang_tidy() { xargs -r -P 2 -n 4 clang-tidy-14 --quiet -p build/asan; }
