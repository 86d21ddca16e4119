/**
 * Words of SQL. Sources: the reference manuals of SQLite, PostgreSQL, MySQL,
 * DuckDB and Transact-SQL.
 */

/** Words with which even one statement that starts as a question changes. */
export const changingWords: ReadonlySet<string> = new Set(
  "insert update delete merge upsert replace drop create alter truncate grant revoke into outfile dumpfile copy call exec execute"
    .split(" "),
);

/** Words that start a statement where nothing need stand between two. */
export const statementWords: ReadonlySet<string> = new Set(
  "add backup begin break bulk checkpoint close commit continue dbcc deallocate declare deny disable enable execute exec fetch go goto if kill lineno load open print proc procedure raiserror read readtext reconfigure restore return revert rollback save set setuser shutdown throw tran transaction truncate updatetext use waitfor while writetext"
    .split(" "),
);

/** Words that a client takes for its own at the start of a line. */
export const clientWords: ReadonlySet<string> = new Set(
  "system source tee notee edit pager nopager delimiter use connect rehash prompt go exit quit ed list reset"
    .split(" "),
);

/** Endings by which a name is taken for a file where tables may be files. */
export const tableFiles: ReadonlySet<string> = new Set(
  "csv tsv psv txt log json jsonl ndjson geojson parquet arrow feather ipc avro xlsx xls db sqlite sqlite3 duckdb gz zst bz2 xz zip env yml yaml toml ini conf"
    .split(" "),
);

/**
 * Functions that only calculate or describe, and the words of the grammar that
 * stand before a parenthesis.
 */
export const harmlessFunctions: ReadonlySet<string> = new Set(
  (
    // the grammar
    "and or not in as on from by where when then else case select with values limit having union all intersect except exists between is like ilike distinct filter over partition using within group any some lateral offset range rows array order join materialized interval " +
    // types
    "char varchar nvarchar nchar character numeric decimal float double bit binary varbinary time timestamp timestamptz datetime2 datetimeoffset " +
    // numbers
    "abs acos asin atan atan2 avg bit_count ceil ceiling corr cos cot count covar_pop covar_samp cume_dist degrees dense_rank exp first_value floor greatest lag last_value lead least ln log log10 log2 max median min mod mode nth_value ntile percent_rank percentile_cont percentile_disc pi pow power radians rank regr_slope round row_number sign sin sqrt square stddev stddev_pop stddev_samp sum tan total trunc truncate var_pop var_samp variance width_bucket approx_count_distinct bool_and bool_or every bit_and bit_or grouping " +
    // texts
    "ascii bit_length btrim char_length character_length charindex chr concat concat_ws contains datalength decode encode ends_with field find_in_set format format_type glob group_concat hex initcap instr lcase left len length like likelihood listagg locate lower lpad ltrim md5 octet_length overlay patindex position printf quote quote_ident quote_literal quotename regexp_count regexp_extract regexp_instr regexp_like regexp_match regexp_matches regexp_replace regexp_substr replace reverse right rpad rtrim sha1 sha2 sha256 split_part starts_with strcmp string_agg string_split string_to_array stuff substr substring substring_index to_char to_hex to_number translate trim typeof ucase unhex unicode upper " +
    // dates
    "age curdate current_date current_time current_timestamp curtime date date_add date_diff date_format date_part date_sub date_trunc dateadd datediff datename datepart datetime day dayname dayofmonth dayofweek dayofyear eomonth epoch extract from_unixtime getdate getutcdate hour isdate julianday last_day localtime localtimestamp make_date make_interval make_timestamp minute month monthname now period_diff quarter second statement_timestamp str_to_date strftime strptime sysdate sysdatetime sysutcdatetime timediff timestampadd timestampdiff to_date to_days to_timestamp unix_timestamp unixepoch utc_timestamp week weekday weekofyear year yearweek " +
    // choices and casts
    "cast coalesce convert if ifnull iif isnull isnumeric nullif nvl safe_cast try_cast try_convert choose decode " +
    // lists and JSON
    "array_agg array_length array_position array_to_string cardinality generate_series generate_subscripts isjson json json_agg json_array json_array_elements json_array_elements_text json_array_length json_arrayagg json_build_array json_build_object json_contains json_contains_path json_depth json_each json_each_text json_extract json_extract_path json_extract_path_text json_extract_string json_group_array json_group_object json_keys json_length json_object json_object_agg json_object_keys json_objectagg json_overlaps json_pretty json_query json_search json_tree json_type json_typeof json_unquote json_valid json_value jsonb_agg jsonb_array_elements jsonb_array_elements_text jsonb_array_length jsonb_build_object jsonb_each jsonb_each_text jsonb_extract_path_text jsonb_object_agg jsonb_object_keys jsonb_path_exists jsonb_path_query jsonb_pretty jsonb_typeof list list_agg list_contains openjson row_to_json struct_extract to_json to_jsonb unnest xmlagg " +
    // the database itself
    "changes col_description connection_id current_catalog current_database current_role current_schema current_schemas current_user database db_id db_name found_rows obj_description object_definition object_id object_name object_schema_name pg_column_size pg_database_size pg_encoding_to_char pg_get_constraintdef pg_get_expr pg_get_function_arguments pg_get_functiondef pg_get_function_result pg_get_indexdef pg_get_ruledef pg_get_triggerdef pg_get_userbyid pg_get_viewdef pg_indexes_size pg_is_in_recovery pg_postmaster_start_time pg_relation_size pg_size_pretty pg_table_is_visible pg_table_size pg_total_relation_size pg_typeof pragma_foreign_key_list pragma_index_info pragma_index_list pragma_table_info pragma_table_list pragma_table_xinfo row_count schema schema_name serverproperty session_user sqlite_version suser_name suser_sname to_regclass to_regtype type_name user user_name version"
  )
    .split(" "),
);

/**
 * Tables in which databases keep passwords or their hashes, and those that are
 * made of files.
 */
export const secretTables: ReadonlySet<string> = new Set(
  "pg_shadow pg_authid pg_user_mapping pg_user_mappings pg_largeobject pg_subscription sql_logins syslogins sysxlogins server_principal_credentials credentials linked_logins authentication_string global_priv duckdb_secrets fsdir zipfile completion lsmode sqlite_dbpage sqlite_dbdata sqlite_dbptr"
    .split(" "),
);
