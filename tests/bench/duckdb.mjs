// SPDX-License-Identifier: GPL-3.0-or-later
// node duckdb.mjs FOLDER THREADS QUERY: runs one query in a fresh DuckDB; FOLDER holds node_modules.
import { createRequire } from 'node:module';
const [folder, threads, query] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(folder + '/')('@duckdb/node-api');
const instance = await DuckDBInstance.create(':memory:', { threads });
const connection = await instance.connect();
const reader = await connection.runAndReadAll(query);
console.log(String(reader.getRowObjects().length));
