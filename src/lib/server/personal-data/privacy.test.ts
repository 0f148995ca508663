/** Tests that docs/privacy.md agrees with the database schema and with the periods in the code. */
import { readFileSync } from 'node:fs';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { ACCOUNT_DELETION_DELAY_DAYS } from '#lib/domain/account.ts';
import {
	ANSWER_DUE_WORKING_DAYS,
	CLAIM_LAPSE_DAYS,
	CONTRIBUTOR_CONTACT_KEPT_DAYS,
	DECLINED_PROBLEM_KEPT_DAYS
} from '#lib/domain/problem-state.ts';
import { CLASSLESS_STUDENT_KEPT_DAYS, RETENTION_CHOICES_DAYS } from '#lib/domain/school-class.ts';
import { NOTICE_RETENTION_DAYS } from '#lib/server/classes/notices.ts';
import { PROBLEM_INVITATION_DAYS } from '#lib/server/contributions/invitations.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { DEBATE_RETENTION_DAYS, INVITATION_RETENTION_DAYS } from './retention.ts';

const privacyDocument = readFileSync('docs/privacy.md', 'utf8');
const privacyTableRows = privacyDocument.split('\n').filter((line) => line.startsWith('| '));
const columnNamesInRow = (row: string) => [...row.matchAll(/`(\w+\.\w+)`/g)].map(([, column = '']) => column);
const findRowOfColumn = (column: string) =>
	privacyTableRows.find((row) => columnNamesInRow(row).includes(column)) ?? '';

const schemaColumns = Object.values<unknown>(schema)
	.filter((one): one is PgTable => is(one, PgTable))
	.flatMap((table) => {
		const { name, columns } = getTableConfig(table);
		return columns.map((column) => `${name}.${column.name}`);
	});

test('docs/privacy.md lists each database column exactly once, and nothing else', () => {
	expect(schemaColumns.length).toBeGreaterThan(100);
	expect(privacyTableRows.flatMap(columnNamesInRow).sort()).toEqual(schemaColumns.sort());
});

test('each row about a database column has five cells, and none is empty', () => {
	for (const row of privacyTableRows.filter((line) => columnNamesInRow(line).length > 0)) {
		const cells = row.split('|').slice(1, -1);
		expect(cells, row).toHaveLength(5);
		for (const cell of cells) expect(cell.trim(), row).not.toBe('');
	}
});

test('the periods in docs/privacy.md are those of the code', () => {
	expect(findRowOfColumn('debate_choice.decision')).toContain(`${DEBATE_RETENTION_DAYS} days after`);
	expect(findRowOfColumn('account.id')).toContain(`${CLASSLESS_STUDENT_KEPT_DAYS} days`);
	expect(findRowOfColumn('account.deletion_at')).toContain(`${ACCOUNT_DELETION_DELAY_DAYS} days`);
	expect(findRowOfColumn('class_notice.id')).toContain('a year at most');
	expect(NOTICE_RETENTION_DAYS).toBe(365);
	expect(findRowOfColumn('invitation.token_hash')).toContain(`${INVITATION_RETENTION_DAYS} days after`);
	expect(findRowOfColumn('problem.contact')).toContain(`${CONTRIBUTOR_CONTACT_KEPT_DAYS} days unclaimed`);
	expect(findRowOfColumn('problem.claimed_by')).toContain(`${CLAIM_LAPSE_DAYS} days without a word`);
	expect(findRowOfColumn('problem.card')).toContain('a year after it was declined');
	expect([DECLINED_PROBLEM_KEPT_DAYS, ANSWER_DUE_WORKING_DAYS]).toEqual([365, 10]);
	expect(findRowOfColumn('problem.contact')).toContain('ten working days');
	expect(findRowOfColumn('problem_invitation.id')).toContain(`${PROBLEM_INVITATION_DAYS} days`);
	expect([RETENTION_CHOICES_DAYS[0], RETENTION_CHOICES_DAYS.at(-1)]).toEqual([30, 2 * 365]);
	expect(findRowOfColumn('class.retention_days')).toContain('30 days to 2 years, 1 year unless changed');
	expect(schemaColumns).toContain('class.retention_days');
	expect(schema.schoolClass.retentionDays.default).toBe(365);
});

const readPrivacyNoticeFile = (name: string) => readFileSync(`docs/confidentialite/${name}.md`, 'utf8');

test('the notices for schools and families give the periods of the code', () => {
	for (const name of ['registre', 'notice-familles']) {
		const text = readPrivacyNoticeFile(name);
		expect(text).toContain(`${DEBATE_RETENTION_DAYS} jours après la fin du travail`);
		expect(text).toContain(`${CLASSLESS_STUDENT_KEPT_DAYS} jours`);
		expect(text).toMatch(/2 ans/);
	}
	const english = readPrivacyNoticeFile('notice-families.en');
	expect(english).toContain(`${DEBATE_RETENTION_DAYS} days after the assignment is closed`);
	expect(english).toContain(`${CLASSLESS_STUDENT_KEPT_DAYS} days`);
	expect(english).toMatch(/2 years/);
});

test('notices in both languages name the legal basis, the families’ rights and the authority for complaints', () => {
	const requiredWords = {
		'notice-familles': [
			/mission d’intérêt public/,
			/6\.1\.e/,
			/accéder/,
			/corriger/,
			/effacer/,
			/limiter/,
			/opposer/,
			/CNIL/
		],
		'notice-families.en': [/public interest/, /6\.1\.e/, /see/, /rectified/, /erased/, /restricted/, /object/, /CNIL/],
		registre: [
			/mission d’intérêt public/,
			/6\.1\.e/,
			/Accès/,
			/Rectification/,
			/effacement/,
			/limitation/,
			/Opposition/,
			/CNIL/
		]
	};
	for (const [name, words] of Object.entries(requiredWords))
		for (const word of words) expect(readPrivacyNoticeFile(name), name).toMatch(word);
});

test('every text says that the words of a position are erased and the chosen option stays', () => {
	expect(readPrivacyNoticeFile('notice-familles')).toMatch(/ses mots sont effacés.*l’option choisie y reste/);
	expect(readPrivacyNoticeFile('notice-families.en')).toMatch(/its words are erased.*the option chosen stays/);
	expect(readPrivacyNoticeFile('registre')).toMatch(
		/ses mots : comme dans le débat ; l’option choisie : comme le travail rendu/
	);
	expect(privacyDocument.replaceAll('\n', ' ')).toMatch(
		/its words go 30 days after.*the option stays as long as what was handed in/
	);
	for (const [language, kept] of [
		['fr', /ses mots s’effacent 30 jours/],
		['en', /its words go 30 days/]
	] as const) {
		expect(readInterfaceMessage('classes', language, 'data_submission')).toMatch(kept);
	}
});

test('students writing a position are told who can read it: teachers, and others if they show it', () => {
	for (const [filePrefix, id] of [
		['', 'decide_kept'],
		['debate', 'debate_words_kept']
	] as const) {
		expect(readInterfaceMessage(filePrefix, 'fr', id), id).toMatch(/rends.*tes profs|ton prof.*rends/i);
		expect(readInterfaceMessage(filePrefix, 'en', id), id).toMatch(/teachers?\b.*hand|hand.*teachers?\b/);
		expect(readInterfaceMessage(filePrefix, 'fr', id), id).toMatch(
			/si tu le leur montres|au débat ou le mets sur le mur/
		);
		expect(readInterfaceMessage(filePrefix, 'en', id), id).toMatch(
			/if you show it to them|the debate or put it on the wall/
		);
	}
});

function readInterfaceMessage(filePrefix: string, language: 'fr' | 'en', id: string): string {
	const file = filePrefix === '' ? `messages/${language}.json` : `messages/${filePrefix}.${language}.json`;
	const messages: unknown = JSON.parse(readFileSync(file, 'utf8'));
	return String(Object(messages)[id]);
}
