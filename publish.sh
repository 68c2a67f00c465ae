#!/usr/bin/env bash
# Makes one folder per platform under publish/ that runs on a machine without .NET, and tries the one of this machine.
#   ./publish.sh                        linux-x64, win-x64 and osx-arm64
#   ./publish.sh linux-x64 linux-arm64  only these
set -euo pipefail
cd "$(dirname "$0")"

platforms=("$@")
((${#platforms[@]})) || platforms=(linux-x64 win-x64 osx-arm64)
here=$(dotnet --info | awk '$1 == "RID:" { print $2; exit }')
work=$(mktemp -d)
server=
trap '[[ -z "$server" ]] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

# Self-contained, as docs/decisions/0003-a-folder-that-needs-nothing.md says.
make_folder() {
  local platform=$1
  rm -rf "publish/$platform"
  dotnet publish src/Bookonce -c Release -r "$platform" --self-contained -p:PublishReadyToRun=true -p:DebugType=none \
    -p:GenerateDocumentationFile=false --nologo -v quiet -o "publish/$platform" >"$work/$platform.log" 2>&1 || return 1
  cp LICENSE THIRD-PARTY-NOTICES.md CHANGELOG.md "publish/$platform/"
}

# The server must work from any folder, and its files must arrive with content: an empty style sheet is a 200 too.
smoke_test() {
  local program=$PWD/publish/$1/bookonce address path status size
  mkdir -p "$work/elsewhere"
  cd "$work/elsewhere"
  "$program" serve --port 0 --database "$work/data/bookonce.db" >"$work/serve.out" 2>"$work/serve.err" &
  server=$!
  cd "$OLDPWD"
  for _ in {1..150}; do
    address=$(sed -n 's|^Serving \(http://[^ ]*[0-9]\)\..*|\1|p' "$work/serve.out")
    [[ -z "$address" ]] || break
    kill -0 "$server" 2>/dev/null || { cat "$work/serve.err" >&2; return 1; }
    sleep 0.2
  done
  for path in /sign-in /_content/Bookonce.Web/bookonce.css /_content/MudBlazor/MudBlazor.min.css /_framework/blazor.web.js; do
    read -r status size < <(curl --silent --output "$work/page" --write-out '%{http_code} %{size_download}\n' --max-time 20 "$address$path")
    ((status == 200 && size > 500)) || { echo "$path came with status $status and $size bytes" >&2; return 1; }
  done
  kill "$server"
  wait "$server" || true
  server=
}

made=() left_out=()
for platform in "${platforms[@]}"; do
  if make_folder "$platform"; then
    made+=("$platform")
    echo "publish/$platform: $(du -sh "publish/$platform" | cut -f1)"
  elif grep -q 'NU1101\|NU1102\|NETSDK1082\|NETSDK1083\|NETSDK1094' "$work/$platform.log"; then
    # Nothing of ours is wrong: the runtime of that platform is not to be had here.
    left_out+=("$platform")
    rm -rf "publish/$platform"
  else
    cat "$work/$platform.log" >&2
    exit 1
  fi
done
((${#made[@]})) || { echo "Made nothing: no runtime of ${left_out[*]} can be restored here." >&2; exit 1; }
((${#left_out[@]} == 0)) || echo "Left out, because their runtime cannot be restored here: ${left_out[*]}"

tried=
for platform in "${made[@]}"; do
  [[ "$platform" == "$here" ]] || continue
  smoke_test "$platform"
  tried=$platform
  echo "publish/$platform serves its sign-in page, style sheets and script from any folder"
done
[[ -n "$tried" ]] || echo "Not tried: none of these folders is for this machine ($here)."
