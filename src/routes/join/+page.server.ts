import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/localize-href.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { parsePseudonym, MAX_PSEUDONYM_LENGTH } from '#lib/domain/pseudonym.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { findClassToEnter, joinClassFirstTime, lookUpClassOfTypedCode } from '#lib/server/auth/joining.ts';
import { HASH_QUEUE_RETRY_SECONDS } from '#lib/server/auth/hash-queue.ts';
import { signInStudent } from '#lib/server/auth/sign-in.ts';
import { proposeNewPseudonym } from '#lib/server/auth/passwords.ts';
import { readFormText, toLocalRedirectPath } from '#lib/server/http/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Returns the address to open after signing in, such as an assignment whose link led here; null for none. */
const requestedPathOf = (url: URL) => url.searchParams.get('to');
const addressAfterSignInOf = (url: URL) => toLocalRedirectPath(requestedPathOf(url), localizeHref('/me'));

export const load: PageServerLoad = async ({ url, locals: { person } }) => {
	const to = requestedPathOf(url) === null ? null : addressAfterSignInOf(url);
	if (person && person.role !== 'student')
		return { isAdult: true, typed: '', into: null, wait: 0, pseudonym: '', card: '', proposed: '', to };
	const typedCode = (url.searchParams.get('code') ?? '').slice(0, 40);
	const looked = await lookUpClassOfTypedCode(typedCode);
	return {
		isAdult: false,
		typed: typedCode,
		into:
			looked.kind === 'class'
				? { code: looked.schoolClass.code, name: looked.schoolClass.name, open: looked.schoolClass.isOpen }
				: null,
		wait: looked.kind === 'wait' ? looked.seconds : 0,
		pseudonym: (url.searchParams.get('pseudonym') ?? '').slice(0, MAX_PSEUDONYM_LENGTH),
		card: (url.searchParams.get('card') ?? '').slice(0, 40),
		proposed: proposeNewPseudonym(getLocale()),
		to
	};
};

export const actions: Actions = {
	async enter(event) {
		demandAccess(event, 'class.join');
		const form = await event.request.formData();
		const [pseudonym, words] = [readFormText(form, 'pseudonym'), readFormText(form, 'words')];
		const failAtField = (field: string, message: string) => fail(400, { way: 'enter', field, message, pseudonym });
		const into = await findClassToEnter(readFormText(form, 'code'));
		if (!into) return failAtField('pseudonym', m.join_code_unknown());
		if (pseudonym.trim() === '') return failAtField('pseudonym', m.join_pseudonym_empty());
		if (words.trim() === '') return failAtField('words', m.join_words_empty());
		const result = await signInStudent(event, into, pseudonym, words, form.has('remember'), readFormText(form, 'card'));
		if (result.kind === 'busy') {
			event.setHeaders({ 'retry-after': String(HASH_QUEUE_RETRY_SECONDS) });
			return fail(503, {
				way: 'enter',
				field: 'words',
				message: m.account_busy({ seconds: HASH_QUEUE_RETRY_SECONDS }),
				pseudonym
			});
		}
		if (result.kind === 'wait') return failAtField('words', m.account_wait({ seconds: result.seconds }));
		if (result.kind === 'wrong') return failAtField('words', m.join_words_wrong());
		redirect(303, addressAfterSignInOf(event.url));
	},

	async first(event) {
		const person = demandAccess(event, 'class.join');
		const form = await event.request.formData();
		const typedPseudonym = readFormText(form, 'pseudonym');
		const failAtPseudonym = (message: string) =>
			fail(400, { way: 'first', field: 'pseudonym', message, pseudonym: typedPseudonym });
		const looked = await lookUpClassOfTypedCode(readFormText(form, 'code'));
		if (looked.kind === 'wait') return failAtPseudonym(m.account_wait({ seconds: looked.seconds }));
		if (looked.kind === 'unknown') return failAtPseudonym(m.join_code_unknown());
		const { schoolClass } = looked;
		const pseudonym = parsePseudonym(typedPseudonym);
		if (typeof pseudonym === 'string') return failAtPseudonym(PSEUDONYM_REFUSAL_TEXTS[pseudonym]());
		const result = await joinClassFirstTime(event, schoolClass, pseudonym, form.has('remember'));
		if (result.kind === 'busy') {
			event.setHeaders({ 'retry-after': String(HASH_QUEUE_RETRY_SECONDS) });
			const message = m.account_busy({ seconds: HASH_QUEUE_RETRY_SECONDS });
			return fail(503, { way: 'first', field: 'pseudonym', message, pseudonym: typedPseudonym });
		}
		if (result.kind === 'wait') return failAtPseudonym(m.account_wait({ seconds: result.seconds }));
		if (result.kind === 'taken') return failAtPseudonym(m.join_pseudonym_taken());
		if (result.kind === 'closed') return failAtPseudonym(m.join_closed({ name: schoolClass.name }));
		if (result.kind === 'added' || person) redirect(303, addressAfterSignInOf(event.url));
		return { made: { pseudonym: pseudonym.text, words: result.passphrase, className: schoolClass.name } };
	}
};

const PSEUDONYM_REFUSAL_TEXTS = {
	empty: m.join_pseudonym_empty,
	long: m.join_pseudonym_long,
	characters: m.join_pseudonym_characters
};
