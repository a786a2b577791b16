#!/usr/bin/env bash
# citolab-qti-convert 0.2.0 (PyPI): a choiceInteraction without maxChoices, from QTI 2.1 to QTI 3.0 and back.
#
# Expected: the schema of QTI 2.1 gives maxChoices the default 0 (as many as one likes); since 2.2, and in 3.0, the
# default is 1. A converter that keeps the meaning has to write the attribute out when it changes the version.
# Seen: it is left out in both directions, without a warning. A 2.1 item with two right answers becomes a 3.0 item
# in which one choice is allowed; a 3.0 item for one choice becomes a 2.1 item without a limit.
# Meaning: after the upgrade nobody can reach full credit, and after the downgrade students may check every box.
# Write maxChoices out before converting, or compare it with the cardinality of the response.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check citolab-qti-convert==0.2.0 2>"$folder/log" ||
  { cat "$folder/log"; exit 1; }
cat > "$folder/probe.py" <<'PROBE'
from lxml import etree
from qti_convert.downgrade import convert_qti3_to_qti21
from qti_convert.upgrade import upgrade_qti2_to_qti3

ITEM = """<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="even" title="Even numbers"
    adaptive="false" timeDependent="false">
  <responseDeclaration identifier="RESPONSE" cardinality="multiple" baseType="identifier">
    <correctResponse><value>A</value><value>C</value></correctResponse>
  </responseDeclaration>
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
  <itemBody>
    <choiceInteraction responseIdentifier="RESPONSE" shuffle="false">
      <prompt>Which numbers are even?</prompt>
      <simpleChoice identifier="A">2</simpleChoice>
      <simpleChoice identifier="B">3</simpleChoice>
      <simpleChoice identifier="C">4</simpleChoice>
    </choiceInteraction>
  </itemBody>
  <responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>
</assessmentItem>"""


def interaction(text, name):
    (found,) = etree.fromstring(text.encode()).iter("{*}" + name)
    return sorted(found.attrib)


newer = upgrade_qti2_to_qti3(ITEM)
older = convert_qti3_to_qti21(newer)
print(*interaction(newer, "qti-choice-interaction"))
print(*interaction(older.xml, "choiceInteraction"), len(older.warnings))
PROBE
seen=$("$folder/venv/bin/python" "$folder/probe.py")
expected='response-identifier shuffle
responseIdentifier shuffle 0'
if [ "$seen" != "$expected" ]; then
  echo "changed: $seen"
  exit 1
fi
echo "holds: citolab-qti-convert leaves maxChoices out, though its default differs between QTI 2.1 and 3.0"
