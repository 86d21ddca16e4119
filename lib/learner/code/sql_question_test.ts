import assert from "node:assert/strict";
import { isSqlQuestion, type SqlDialect } from "./sql_question.ts";

const everywhere: readonly SqlDialect[] = [
  "sqlite",
  "postgres",
  "mysql",
  "duckdb",
  "sqlserver",
];

Deno.test("isSqlQuestion() takes questions of every dialect", () => {
  const questions = [
    "select 1",
    "SELECT * FROM orders;",
    "select a.id, count(*) as n from a join b on a.id = b.a_id where a.x <> 3 group by a.id having count(*) > 2 order by n desc",
    "select updated_at, deleted, created_by from users",
    "with recent as (select id from users where id > 5) select * from recent",
    "select coalesce(max(price), 0) from items where name like 'a--b;%'",
    "select case when x = 'it''s' then 1 else 0 end from t",
    "select 1 union all select 2",
  ];
  for (const dialect of everywhere) {
    for (const question of questions) {
      assert.equal(
        isSqlQuestion(question, dialect),
        true,
        `${dialect} ${question}`,
      );
    }
  }
});

Deno.test("isSqlQuestion() takes what one dialect has", () => {
  const questions: readonly [SqlDialect, string][] = [
    ["postgres", "explain select * from t"],
    ["postgres", "explain (analyze, buffers) select * from t"],
    ["postgres", "select data->>'a', x::text from t"],
    ["postgres", "show search_path"],
    ["postgres", 'select "userId" from "Order"'],
    ["postgres", "select pg_size_pretty(pg_database_size(current_database()))"],
    ["mysql", "SHOW TABLES"],
    ["mysql", "show create table orders"],
    ["mysql", "show variables like 'max%'"],
    ["mysql", "describe orders"],
    ["mysql", "select `from` from `order` limit 3\\G"],
    ["mysql", "select\n  id\nfrom t\nwhere id in (1, 2)"],
    ["mysql", "select @@version"],
    ["sqlite", "explain query plan select * from t"],
    ["sqlite", "select [order] from t"],
    ["duckdb", "describe orders"],
    ["duckdb", "select * from main.orders where name = 'x'"],
    ["sqlserver", "select top 5 [Name] from [dbo].[Users]"],
    ["sqlserver", "SELECT @@VERSION"],
    ["mysql", "select comment, source from posts"],
  ];
  for (const [dialect, question] of questions) {
    assert.equal(
      isSqlQuestion(question, dialect),
      true,
      `${dialect} ${question}`,
    );
  }
});

Deno.test("isSqlQuestion() takes nothing that changes, in no dialect", () => {
  const changes = [
    "",
    "insert into t values (1)",
    "update t set a = 1",
    "delete from t",
    "drop table t",
    "select 1; drop table t",
    "select 1;;",
    "select * into copy_of_t from t",
    "select 1 into outfile '/tmp/x'",
    "with gone as (delete from t returning *) select * from gone",
    "with x as (select 1) insert into t select * from x",
    "explain analyze delete from t",
    "select 1 /*! into outfile 'x' */",
    "select 1 -- a",
    "select load_extension('x')",
    "select pg_read_file('x')",
    "select lo_import('/etc/passwd')",
    "select \"lo_import\"('x')",
    "select public.lower('x')",
    "select nextval('s')",
    "select set_config('a', 'b', false)",
    "select pg_sleep(100)",
    "select load_file('/etc/passwd')",
    "select * from openrowset('x')",
    "select * from read_csv('x')",
    "select getenv('HOME')",
    "select writefile('x', 'y')",
    "select * from pg_shadow",
    "select * from mysql.user",
    "select authentication_string from u",
    "select data from fsdir where path = '/etc/passwd'",
    "select data from [fsdir] where path = '/etc/passwd'",
    "select data from \"fsdir\" where path = '/etc/passwd'",
    "select data from main.fsdir where path = '/etc/passwd'",
    "select * from zipfile where file = 'x.zip'",
    "select * from t for update",
    "select * from t for share",
    "select 'a\\'; drop table t; --'",
    "select $$x$$",
    "select 'open",
    "select @x := 5",
    "select (t.r).lo_import from t",
    "pragma writable_schema = 1",
    "vacuum",
    "attach 'x' as y",
    "copy t to '/tmp/x'",
    "select 1\n.shell ls",
    "select 1\n\\! ls",
    "select 1\n:!! ls",
    "select 1\nsystem ls",
    "\\! ls",
    ".shell ls",
    "select \u0000",
    "begin",
    "call p()",
    "do $$ begin end $$",
    "show\u00a0x",
  ];
  for (const dialect of everywhere) {
    for (const change of changes) {
      assert.equal(
        isSqlQuestion(change, dialect),
        false,
        `${dialect} ${change}`,
      );
    }
  }
});

Deno.test("isSqlQuestion() knows what is peculiar to a dialect", () => {
  const changes: readonly [SqlDialect, string][] = [
    ["duckdb", "select * from 'secret.csv'"],
    ["duckdb", "select * from t, 'secret.csv'"],
    ["duckdb", "select * from t join 'https://example.com/x.csv' on true"],
    ["duckdb", 'select * from "secret.csv"'],
    ["duckdb", "select * from secrets.json"],
    ["duckdb", "describe 'secret.csv'"],
    ["duckdb", "describe secrets.json"],
    ["duckdb", "from 'x.csv'"],
    ["sqlserver", "select 1 shutdown"],
    ["sqlserver", "select 1 exec sp_who"],
    ["sqlserver", "select 1 waitfor delay '1:0:0'"],
    ["sqlserver", "select '$(HOME)'"],
    ["sqlserver", "select 1\ngo"],
    ["sqlserver", "explain select 1"],
    ["mysql", "show create user root"],
    ["mysql", "select \"it's\" into outfile 'x'"],
    ["postgres", "describe t"],
    ["sqlite", "show tables"],
    ["postgres", "select U&\"lo_import\"('x')"],
  ];
  for (const [dialect, change] of changes) {
    assert.equal(isSqlQuestion(change, dialect), false, `${dialect} ${change}`);
  }
});
