import { asksFirst, neverPasses, passes } from "../testing.ts";

Deno.test("what reads data and prints it in another form passes", () => {
  passes(`
    xmllint --noout pom.xml
    xmllint --xpath '//dependency/version' pom.xml
    xsv stats --everything prices.csv
    xsv search -s name '^web' hosts.csv
    csvcut -c name,price prices.csv | csvlook
    csvgrep -c name -m web hosts.csv
    datamash -t, -s -g 1 sum 2 < prices.csv
    gron package.json
    hexyl -n 64 logo.png
    base64 --encode logo.png
    mawk -W version
    diff3 -m ours.txt base.txt theirs.txt
    git diff | diffstat -p1
    mdfind -onlyin . -name readme
    getent passwd
    getent group docker
    systemd-detect-virt --vm
    pmset -g batt
    csrutil status
  `);
});

Deno.test("what loads, writes or runs more by such tools does not", () => {
  neverPasses(`
    xmllint --noent page.xml
    xmllint --output out.xml page.xml
    xmllint --shell page.xml
    xmllint --noout http://example.com/page.xml
    xmllint --schema http://example.com/a.xsd page.xml
    xmllint --noout /etc/passwd
    xsv select name --output out.csv prices.csv
    xsv sort --outp out.csv prices.csv
    csvgrep -c name -f /etc/shadow hosts.csv
    csvgrep -c name --fil /etc/shadow hosts.csv
    gron http://example.com/a.json
    diffstat -oout.txt a.patch
    base64 --encode logo.png logo.txt
    base64 -d logo.txt src/logo.ts
    mawk -W exec=a.awk
    mawk -W dump 'BEGIN { system("ls") }'
    diff3 --diff-program=./a b c d
    wdiff -a a b
    getent shadow
    getent gshadow
    pmset sleepnow
    pmset -a sleep 0
    csrutil disable
    kmutil load -p a.kext
    softwareupdate --install --all
  `);
});

Deno.test("what is not known of such tools asks", () => {
  asksFirst(`
    xmllint -noent page.xml
    xsv index prices.csv
    xsv split out prices.csv
    datamash --unheard-of sum 1
    mdfind -name id_rsa
    getent hosts example.com
    getent networks example.com
    getent netgroup example.com
  `);
});
