import assert from "node:assert/strict";
import { supervised } from "../testing.ts";

Deno.test("a question to a database of this machine passes", () => {
  const questions = [
    "sqlite3 -header -csv app.db 'select id from users'",
    "sqlite3 app.db .tables",
    "sqlite3 app.db '.mode box' 'select 1'",
    "sqlite3 -cmd '.headers on' app.db 'select 1'",
    "sqlite3 -lookaside 64 10 app.db 'select 1'",
    "sqlite3 app.db \"PRAGMA table_info('users')\"",
    "sqlite3 app.db '.schema users'",
    "sqlite3 app.db 'PRAGMA table_info(users)'",
    "sqlite3 -readonly /tmp/x.db 'select 1'",
    "sqlite3 -version",
    "psql -U app -d app_dev -c 'select count(*) from users'",
    "psql -h localhost -p 5432 app_dev -At -c 'show server_version'",
    "psql -l",
    "psql app_dev -c '\\dt+ public.*'",
    "psql -c 'select 1' -c 'select 2' app_dev",
    "mysql -u root app -e 'show tables'",
    "mysql -NBe 'select 1'",
    "mysql --host=127.0.0.1 --execute='describe users' app",
    "mariadb -e 'select 1\\G'",
    "duckdb data.duckdb 'select * from t'",
    "duckdb -json -c 'select 42'",
    "duckdb :memory: 'select 1'",
    "sqlcmd -S localhost -E -Q 'select name from sys.databases'",
    "sqlcmd query 'select 1'",
    "sqlcmd query --database master -q 'select 1'",
    "sqlcmd config get-contexts",
  ];
  for (const command of questions) {
    assert.equal(supervised(command), "allow", command);
  }
});

Deno.test("whatever else is done with a database asks each time", () => {
  const others = [
    "sqlite3 app.db",
    "sqlite3 app.db 'drop table users'",
    "sqlite3 app.db '.shell ls'",
    "sqlite3 app.db '.output x'",
    "sqlite3 app.db '.read x.sql'",
    "sqlite3 -cmd '.shell ls' app.db 'select 1'",
    // It goes on with what it is fed.
    "sqlite3 -cmd 'select 1' app.db",
    "sqlite3 -separator -lookaside 1 2 -cmd '.shell ls' 'select 1'",
    "sqlite3 -lookaside .shell ls app.db 'select 1'",
    "sqlite3 app.db '.mode box' '.shell ls'",
    "sqlite3 app.db '.mode box x' 'drop table users'",
    "sqlite3 -init x.sql app.db 'select 1'",
    "sqlite3 app.db 'select 1' '.shell ls'",
    "sqlite3 'file:app.db?vfs=x' 'select 1'",
    "sqlite3 app.db 'pragma writable_schema=1'",
    "sqlite3 app.db < x.sql",
    "sqlite3 app.db <<< 'drop table users'",
    "psql",
    "psql app_dev",
    "psql -f x.sql app_dev",
    "psql -c '\\! ls'",
    "psql -c '\\copy users to x'",
    "psql -c '\\d `ls`'",
    "psql -c 'select 1' -o x",
    "psql -h db.example.com -c 'select 1'",
    "psql -hdb.example.com -c 'select 1'",
    "psql --host=db.example.com -c 'select 1'",
    "psql 'postgres://u:p@db.example.com/x' -c 'select 1'",
    "psql 'host=db.example.com' -c 'select 1'",
    "psql -d 'host=db.example.com' -c 'select 1'",
    "psql -c 'select 1' -c 'drop table users'",
    "psql -v x=y -c 'select 1'",
    'psql -c "select $X"',
    "psql -c $Q",
    "mysql app",
    "mysql -e 'select 1' -p",
    "mysql -psecret -e 'select 1'",
    "mysql -h db.example.com -e 'select 1'",
    "mysql --defaults-file=x -e 'select 1'",
    "mysql --exec='drop table users'",
    "mysql -e '\\! ls'",
    "mysql -e 'system ls'",
    "mysql --pager=./x -e 'select 1'",
    "mysql --init-command='drop table users' -e 'select 1'",
    "mysql -e \"select 1 into outfile '/tmp/x'\"",
    "duckdb",
    "duckdb data.duckdb \"copy t to 'x'\"",
    "duckdb md:prod 'select 1'",
    "duckdb -init x.sql data.duckdb 'select 1'",
    "duckdb -cmd '.shell ls' data.duckdb 'select 1'",
    "duckdb -unsigned -c 'select 1'",
    "sqlcmd -S prod.example.com -Q 'select 1'",
    "sqlcmd -P secret -S localhost -Q 'select 1'",
    "sqlcmd -i x.sql",
    "sqlcmd -Q 'select 1' -o x",
    "sqlcmd query 'drop table x'",
    "sqlcmd config connection-strings",
    "sqlcmd config view --raw",
    "sqlcmd delete",
    "PGHOST=db.example.com psql -c 'select 1'",
  ];
  for (const command of others) {
    const tier = supervised(command);
    assert.ok(tier === "remote" || tier === "critical", `${command}: ${tier}`);
  }
});

Deno.test("the file of a database is read like any other", () => {
  assert.equal(supervised("sqlite3 ~/.ssh/x.db 'select 1'"), "critical");
  assert.equal(
    supervised("sqlite3 /home/dev/other/x.db 'select 1'"),
    "project",
  );
  assert.equal(supervised("duckdb ~/.aws/x.db 'select 1'"), "critical");
});
