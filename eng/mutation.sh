#!/usr/bin/env bash
# Mutation tests of one folder by the tests that belong to it, on demand: bash eng/mutation.sh Quotas
# Further options go to Stryker, and TESTS names other test classes:
#   TESTS="RollingCountTests" bash eng/mutation.sh Quotas --mutate '**/RollingCount.cs'
# The report is in artifacts/mutation.
set -euo pipefail
folder=${1:?name a folder: Resilience, Quotas, Paging, Jobs or Json of KoreXo.Runtime, or Guards of KoreXo.Analyzers}
shift
case $folder in
  Guards)
    project=KoreXo.Analyzers.Tests by="Cases Guards"
    # Every case runs four times: with the SDK as source and as reference, with receivers in parentheses or not. Once is enough here.
    fewer='&(DisplayName~source|FullyQualifiedName~.Tests.Guards.)&FullyQualifiedName!~parentheses'
    ;;
  Quotas) project=KoreXo.Runtime.Tests by="Quotas Resilience" ;;
  Resilience)
    project=KoreXo.Runtime.Tests
    by="Quotas Resilience Telemetry Transport/DisposalTests.cs Transport/ResponseTests.cs Registration/RegistrationTests.cs"
    ;;
  Jobs) project=KoreXo.Runtime.Tests by="Jobs Telemetry" ;;
  *) project=KoreXo.Runtime.Tests by=$folder ;;
esac
[ $# -gt 0 ] || set -- --mutate "**/$folder/*.cs"

cd "$(dirname "${BASH_SOURCE[0]}")/../tests/$project"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1
# Each mutant is a process of a second or two: optimizing its code would take longer than running it.
export DOTNET_TC_CallCountThreshold=10000 DOTNET_TC_BackEdgeThreshold=1000000 DOTNET_EnableWriteXorExecute=0
tests=${TESTS:-$(grep -lrE '\[(Fact|Theory)' $by | sed 's|.*/\(.*\)\.cs|\1|')}
filter=$(printf '|FullyQualifiedName~.%s.' $tests)
filter="(${filter:1})${fewer:-}"
# These wait in real time, or are a search of seconds: each would run for nearly every mutant.
for slow in _real_ does_not_spin A_wait_ends_as_the_answers_say A_list_ends_without_doubles A_wait_that_no_timer_can_hold \
  Calls_wait_for_a_store_that_is_down A_permit_that_cannot_be_had Calls_that_wait_less_than_the_store Rows_and_a_long_text; do
  filter+="&FullyQualifiedName!~$slow"
done
dotnet tool restore
exec dotnet stryker --config-file stryker-config.yaml --skip-version-check --test-case-filter "$filter" \
  --output "../../artifacts/mutation/$folder" "$@"
