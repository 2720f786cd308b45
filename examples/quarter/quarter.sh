#!/bin/sh
# One quarter of a manager of twelve people, with the example data: docs/quarter.md explains each step.
# Usage: sh examples/quarter/quarter.sh [FOLDER]
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
out=${1:-quarter}
mkdir -p "$out/jobs"
# Everything that is kept lies in this folder: a trial touches nobody's own library or reflections.
JDREWRITE_LIBRARY=$out/library JDREWRITE_REFLECTIONS=$out/reflections
export JDREWRITE_LIBRARY JDREWRITE_REFLECTIONS
ar=accounts-receivable-specialist.docx desk=customer-service-advisor.docx
cp "$here/../word/$ar" "$here/../word/$desk" "$out/jobs/"

echo "1. Where the job descriptions stood last quarter"
jdrewrite audit "$out/jobs" -o "$out/audit-before" --cache "$out/cache" --report html -j 1

echo "2. Listen: who names a customer, against last quarter"
jdrewrite listen "$here/answers.csv" --before "$here/answers-last-quarter.csv"

echo "3. What customers say, and whose work it touches; a page for each function to send on"
jdrewrite voice "$here/comments.csv" --jobs "$out/jobs" -o "$out/voice.html" --streams "$out/streams" --force

echo "4. Reflect: one person thinks about the own job, with the job description open, and exports a page"
jdrewrite reflect --jd "$out/jobs/$ar" --comments "$here/comments.csv" \
  --export "$out/reflection.docx" --force <"$here/reflection.txt"

echo "5. Propose changes to two job descriptions, as tracked changes in Word: what customers speak of comes first"
for jd in "$ar" "$desk"; do
  jdrewrite rewrite "$out/jobs/$jd" -o "$out/proposed-$jd" --force --library default --comments "$here/comments.csv"
done

echo "6. Agree them: the manager says so, and the finished texts take the place of the old ones"
for jd in "$ar" "$desk"; do
  jdrewrite library set "$out/jobs/$jd" --state agreed --reason "agreed in the quarterly talk"
done
jdrewrite rewrite "$out/jobs" -o "$out/agreed" --clean --force --comments "$here/comments.csv"
for jd in "$ar" "$desk"; do
  mv "$out/agreed/$jd" "$out/jobs/$jd"
done

echo "7. Audit again, and compare with last quarter"
jdrewrite audit "$out/jobs" -o "$out/audit-now" --cache "$out/cache" --report html -j 1
jdrewrite compare "$out/audit-before" "$out/audit-now"

echo "8. Next quarter: look back at the commitments"
printf '%s\n' "done; three of five questions were about delivery notes" "done, nobody complained" "not yet" |
  jdrewrite reflect --look-back --export "$out/looking-back.md"
