# Sourced by run and nightly: `step NAME COMMAND...` runs and times, `finish` tells the outcome and
# repeats how the output of each step that failed ended.
passed=0
failed=()
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

# What was compiled before, in whichever folder, need not be compiled again.
if command -v ccache >/dev/null; then
  export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
  export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
fi

step() {
  local name=$1
  shift
  echo "=== $name"
  local begin=$SECONDS
  if "$@" 2>&1 | tee "$logs/$name"; then
    passed=$((passed + 1))
    echo "--- $name: passed ($((SECONDS - begin)) s)"
  else
    failed+=("$name")
    echo "--- $name: FAILED ($((SECONDS - begin)) s)"
  fi
}

finish() {
  local name
  for name in "${failed[@]}"; do
    echo "=== $name FAILED; its last lines:"
    tail -n 60 "$logs/$name"
  done
  echo "$passed passed, ${#failed[@]} failed"
  [ ${#failed[@]} -eq 0 ]
}

# Clang, the shared library, both sanitizers and the fuzz targets: one build for all.
sanitizers() { cmake --preset asan && cmake --build --preset asan && ctest --preset asan; }

# Without the count of warnings in headers that are not ours.
clang_tidy() {
  xargs -r -P 2 -n 4 clang-tidy-14 --quiet -p build/asan 2> >(grep -v 'warnings\? generated' >&2)
}
