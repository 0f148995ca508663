/** docs/privacy.md is true to the schema and to the times in the code. */
import { readFileSync } from 'node:fs';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { FAREWELL_DAYS, RETENTION_DAYS } from '../../domain/school-class.ts';
import * as schema from '../db/schema/index.ts';
import { DEBATE_DAYS, INVITATION_DAYS } from './retention.ts';

const document = readFileSync('docs/privacy.md', 'utf8');
const rows = document.split('\n').filter((line) => line.startsWith('| '));
const columnsIn = (row: string) => [...row.matchAll(/`(\w+\.\w+)`/g)].map(([, column = '']) => column);
const rowWith = (column: string) => rows.find((row) => columnsIn(row).includes(column)) ?? '';

const inSchema = Object.values<unknown>(schema)
	.filter((one): one is PgTable => is(one, PgTable))
	.flatMap((table) => {
		const { name, columns } = getTableConfig(table);
		return columns.map((column) => `${name}.${column.name}`);
	});

test('each column of the database is in the table once, and nothing else is', () => {
	expect(inSchema.length).toBeGreaterThan(100);
	expect(rows.flatMap(columnsIn).sort()).toEqual(inSchema.sort());
});

test('each row says why, how long and who sees it', () => {
	for (const row of rows.filter((line) => columnsIn(line).length > 0)) {
		const cells = row.split('|').slice(1, -1);
		expect(cells, row).toHaveLength(5);
		for (const cell of cells) expect(cell.trim(), row).not.toBe('');
	}
});

test('the times are those of the code', () => {
	expect(rowWith('debate_choice.decision')).toContain(`${DEBATE_DAYS} days after`);
	expect(rowWith('account.id')).toContain(`${FAREWELL_DAYS} days`);
	expect(rowWith('invitation.token_hash')).toContain(`${INVITATION_DAYS} days after`);
	expect([RETENTION_DAYS[0], RETENTION_DAYS.at(-1)]).toEqual([30, 2 * 365]);
	expect(rowWith('class.retention_days')).toContain('30 days to 2 years, 1 year unless changed');
	expect(inSchema).toContain('class.retention_days');
	expect(schema.schoolClass.retentionDays.default).toBe(365);
});

test('the notices for schools and families give the same times', () => {
	for (const name of ['registre', 'notice-familles']) {
		const text = readFileSync(`docs/confidentialite/${name}.md`, 'utf8');
		expect(text).toContain(`${DEBATE_DAYS} jours après la fermeture du sujet`);
		expect(text).toContain(`${FAREWELL_DAYS} jours`);
		expect(text).toMatch(/2 ans/);
	}
});
