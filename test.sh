#!/usr/bin/env bash
# Everything that can run here: formatting, build without warnings, all tests. Says in one line what was skipped and why.
#   ./test.sh             with what is installed
#   ./test.sh --install   installs what is missing on Debian or Ubuntu first (Chromium for the browser tests)
set -euo pipefail
cd "$(dirname "$0")"

if [[ "${1:-}" == "--install" ]]; then
  if ! command -v chromium >/dev/null && [[ -z "${CHROMIUM:-}" ]]; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
  fi
elif [[ $# -gt 0 ]]; then
  echo "usage: ./test.sh [--install]" >&2
  exit 2
fi

dotnet tool restore >/dev/null
dotnet csharpier check .
dotnet build -c Release --nologo -v quiet

# The browser tests download nothing: they use the Chromium that is installed.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
dotnet test -c Release --no-build --no-progress 2>&1 | tee "$log" || status=$?

count() { awk -v word="$1:" '$1 == word { n = $2 } END { print n + 0 }' "$log"; }
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
if ((skipped > 0)) && ! command -v chromium >/dev/null; then
  echo "Skipped: tests in a browser. ./test.sh --install installs Chromium."
fi

# Worlds that nobody has seen before; a failing one tells its story, and its number brings it back.
from=$((RANDOM * 100 + 1))
echo "Simulating the worlds of seeds $from to $((from + 19))"
if dotnet run -c Release --no-build --project tests/Bookonce.Simulation -- --seeds 20 --from "$from"; then
  passed=$((passed + 1))
else
  failed=$((failed + 1)) status=1
fi
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
