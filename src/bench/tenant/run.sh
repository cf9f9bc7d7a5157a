#!/usr/bin/env bash
# Measures the local tenant as src/bench/tenant.md says. Needs target/classes, wrk, curl, and a class path of the plugin's
# dependencies in the file that the first argument names (mvn dependency:build-classpath -Dmdep.outputFile=…).
# Second argument: a directory to work in, kept between runs because filling it takes minutes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=$2
classpath=$work/classes:$root/target/classes:$(cat "$1")
port=18787
mkdir -p "$work/classes"
javac -d "$work/classes" -cp "$classpath" "$here"/*.java
run() { java -cp "$classpath" "io.github.cxonetools.tenant.$@"; }

[ -e "$work/full/tenant.mv.db" ] || run TenantFill "$work/full" 10000 1000000

stop() { exec 3>&-; wait "$tenant" || true; }
start() { # directory
  rm -f "$work/in" && mkfifo "$work/in"
  begin=$(date +%s%N)
  java -cp "$classpath" io.github.cxonetools.tenant.TenantLauncher "$1" $port 18788 < "$work/in" > "$work/out" &
  tenant=$!
  exec 3> "$work/in"
  until curl -s -o "$work/answer" "http://127.0.0.1:$port/oauth/token"; do :; done
  echo "first answer after $(( ($(date +%s%N) - begin) / 1000000 )) ms, $(awk '{print ($14 + $15) * 10}' "/proc/$tenant/stat") ms of CPU"
}

rm -rf "$work/empty"
for round in first second; do
  echo "== $round start, empty tenant"
  start "$work/empty"; stop
done

uptime
echo "== 10,000 versions, 1,000,000 executions"
start "$work/full"
run TenantQueries "http://127.0.0.1:$port" "$work/full"
stop

uptime
echo "== executions, wrk with 8 connections: warming up, then measured"
start "$work/empty"
member() { sed -E "s/.*\"$1\":? ?\"([^\"]+)\".*/\1/"; }
id=$(tr -d '\n ' < "$work/empty/credentials.json" | member clientId)
secret=$(tr -d '\n ' < "$work/empty/credentials.json" | member clientSecret)
base=http://127.0.0.1:$port
TOKEN=$(curl -s $base/oauth/token -d grant_type=client_credentials -d "client_id=$id" -d "client_secret=$secret" | member access_token)
ACTION=$(curl -s $base/api/v2/data-actions -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \
  -d '{"name":"Bench","version":"1.0.0","inputSchema":{"type":"object","properties":{"score":{"type":"number"}}},"outputSchema":{"type":"object","properties":{"queue":{"type":"string"}}},"handlerUrl":"http://127.0.0.1:18788/handler"}' | member id)
export TOKEN ACTION
wrk -t1 -c8 -d15s -s "$here/post.lua" $base | tail -1
wrk -t1 -c8 -d30s -s "$here/post.lua" $base | tail -1
curl -s $base/api/v2/analytics/data-actions/details/query -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \
  -d '{"dateFrom":"2020-01-01T00:00:00Z","dateTo":"2100-01-01T00:00:00Z","metrics":["count","errorRate","p99LatencyMs"]}'
echo
stop
