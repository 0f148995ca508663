import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { PISTES } from '#lib/domain/challenge.ts';
import { parsePseudonym } from '#lib/domain/pseudonym.ts';
import { levelNoteSchema } from '#lib/domain/school-class.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/localize-href.ts';
import { clearSignInWaits, countFailedSignIns } from '#lib/server/auth/sign-in-waits.ts';
import { demandClassAccess } from '#lib/server/classes/require-class.ts';
import { listStudentsAwaitingDeletion } from '#lib/server/personal-data/departures.ts';
import { listLevelsOfStudent, validateLevel, withdrawLevel } from '#lib/server/classes/levels.ts';
import { removeStudent } from '#lib/server/classes/removal.ts';
import { renameStudent, findStudentOfClass, type ClassStudent } from '#lib/server/classes/students.ts';
import { database } from '#lib/server/db/index.ts';
import type { Actions, PageServerLoad } from './$types';

const levelSchema = v.object({ piste: v.picklist(PISTES), note: levelNoteSchema });
const levelPisteSchema = v.object({ piste: v.picklist(PISTES) });

function refuseLevel(fields: unknown, message: string) {
	return fail(400, { field: 'note', piste: v.is(levelPisteSchema, fields) ? fields.piste : undefined, message });
}

async function demandStudent(classId: string, memberId: string): Promise<ClassStudent> {
	return (await findStudentOfClass(database(), classId, memberId)) ?? error(404);
}

export const load: PageServerLoad = async (event) => {
	const { schoolClass } = await demandClassAccess(event, 'class.read');
	const student = await demandStudent(schoolClass.id, event.params.member);
	return {
		schoolClass,
		student,
		levels: await listLevelsOfStudent(database(), student.account, schoolClass.id),
		failedSignIns: (await countFailedSignIns(schoolClass.id, [student], new Date()))[student.key] ?? null,
		departures: await listStudentsAwaitingDeletion(database(), schoolClass.id, student.membership)
	};
};

export const actions: Actions = {
	async validate(event) {
		const { person, schoolClass } = await demandClassAccess(event, 'level.validate');
		const student = await demandStudent(schoolClass.id, event.params.member);
		const fields = Object.fromEntries(await event.request.formData());
		const form = v.safeParse(levelSchema, fields);
		if (!form.success) return refuseLevel(fields, m.level_note_wrong());
		const level = { classId: schoolClass.id, student: student.account, teacher: person.id, ...form.output };
		await validateLevel(database(), level, new Date());
	},
	async withdraw(event) {
		const { schoolClass } = await demandClassAccess(event, 'level.validate');
		const student = await demandStudent(schoolClass.id, event.params.member);
		const fields = Object.fromEntries(await event.request.formData());
		const form = v.safeParse(levelPisteSchema, fields);
		if (!form.success) return refuseLevel(fields, m.settings_wrong());
		await withdrawLevel(database(), schoolClass.id, student.account, form.output.piste);
	},
	async rename(event) {
		const { schoolClass } = await demandClassAccess(event, 'membership.change');
		const student = await demandStudent(schoolClass.id, event.params.member);
		const pseudonymField = (await event.request.formData()).get('pseudonym');
		const pseudonym = parsePseudonym(typeof pseudonymField === 'string' ? pseudonymField : '');
		if (typeof pseudonym === 'string')
			return fail(400, { field: 'pseudonym', message: PSEUDONYM_REFUSAL_TEXTS[pseudonym]() });
		const isRenamed = await renameStudent(database(), schoolClass.id, student.membership, pseudonym);
		if (!isRenamed) return fail(409, { field: 'pseudonym', message: m.roster_line_twice() });
	},
	async lift(event) {
		const { schoolClass } = await demandClassAccess(event, 'membership.change');
		await clearSignInWaits(schoolClass.id, await demandStudent(schoolClass.id, event.params.member));
	},
	async remove(event) {
		const { schoolClass } = await demandClassAccess(event, 'membership.change');
		const form = await event.request.formData();
		if (!form.has('sure')) return fail(400, { field: 'sure', message: m.data_delete_check() });
		const student = await demandStudent(schoolClass.id, event.params.member);
		await removeStudent(database(), schoolClass.id, student.membership, new Date());
		redirect(303, localizeHref(`/classes/${schoolClass.id}?removed`));
	}
};

const PSEUDONYM_REFUSAL_TEXTS = {
	empty: m.roster_line_empty,
	long: m.roster_line_long,
	characters: m.roster_line_characters
};
