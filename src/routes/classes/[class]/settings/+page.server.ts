import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { schoolClassNameSchema, retentionSchema } from '#lib/domain/school-class.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/localize-href.ts';
import { archiveClass, setClassRetentionDays, renameClass, unarchiveClass } from '#lib/server/classes/classes.ts';
import { deleteOwnClass } from '#lib/server/classes/removal.ts';
import { demandClassAccess } from '#lib/server/classes/require-class.ts';
import { addTeacher, createCoTeacherLink, removeTeacher, listTeachersOfClass } from '#lib/server/classes/teachers.ts';
import { database } from '#lib/server/db/index.ts';
import { readFormText } from '#lib/server/http/form.ts';
import { listAddressesForStudents } from '#lib/server/http/server-addresses.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolClass } = await demandClassAccess(event, 'class.read');
	const teachers = await listTeachersOfClass(database(), schoolClass.id);
	return { schoolClass, teachers, addresses: listAddressesForStudents(event.url) };
};

const TEACHER_REMOVAL_REFUSAL_TEXTS = {
	absent: m.settings_wrong,
	last: m.settings_teacher_last,
	maker: m.settings_maker
};

const failAtField = (field: string, message: string) => fail(400, { field, message });

export const actions: Actions = {
	async rename(event) {
		const { schoolClass } = await demandClassAccess(event, 'class.change');
		const name = v.safeParse(schoolClassNameSchema, (await event.request.formData()).get('name'));
		if (!name.success) return failAtField('name', m.class_name_wrong());
		await renameClass(database(), schoolClass.id, name.output);
		return { done: 'name' };
	},
	async keep(event) {
		const { schoolClass } = await demandClassAccess(event, 'class.change');
		const days = v.safeParse(retentionSchema, (await event.request.formData()).get('days'));
		if (!days.success) return failAtField('days', m.settings_wrong());
		await setClassRetentionDays(database(), schoolClass.id, days.output);
		return { done: 'days' };
	},
	async teacher(event) {
		const { schoolClass } = await demandClassAccess(event, 'class.change');
		const email = readFormText(await event.request.formData(), 'email');
		const isAdded = await addTeacher(database(), schoolClass.id, email);
		return isAdded ? { done: 'email' } : failAtField('email', m.settings_teacher_unknown());
	},
	async link(event) {
		const { person, schoolClass } = await demandClassAccess(event, 'class.change');
		return { token: await createCoTeacherLink(database(), schoolClass.id, person.id, new Date()) };
	},
	async removeTeacher(event) {
		const { person, schoolClass } = await demandClassAccess(event, 'class.change');
		const form = await event.request.formData();
		const teacher = readFormText(form, 'teacher');
		if (!form.has('sure')) return failAtField('teacher', m.data_delete_check());
		const removal = await removeTeacher(database(), { classId: schoolClass.id, teacher, by: person.id }, new Date());
		if (removal !== 'removed') return failAtField('teacher', TEACHER_REMOVAL_REFUSAL_TEXTS[removal]());
		if (teacher === person.id) redirect(303, localizeHref('/classes'));
		return { done: 'teacher' };
	},
	async archive(event) {
		const { schoolClass } = await demandClassAccess(event, 'class.change');
		await archiveClass(database(), schoolClass.id, new Date());
	},
	async unarchive(event) {
		const { schoolClass } = await demandClassAccess(event, 'class.change');
		await unarchiveClass(database(), schoolClass.id);
	},
	async delete(event) {
		const { person, schoolClass } = await demandClassAccess(event, 'class.delete');
		if (!(await event.request.formData()).has('sure')) return failAtField('sure', m.data_delete_check());
		const deletion = await deleteOwnClass(database(), { classId: schoolClass.id, by: person.id }, new Date());
		if (deletion === 'not-maker') return failAtField('sure', m.settings_delete_maker());
		redirect(303, localizeHref('/classes'));
	}
};
