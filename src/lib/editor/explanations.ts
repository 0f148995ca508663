/** Plain words before TypeScript's own message, for the mistakes that beginners make most. */
import { m } from '#lib/paraglide/messages.js';
import type { Language } from './contract.ts';

type Message = (inputs: Record<string, never>, options: { locale: Language }) => string;

const BY_CODE: Record<number, Message> = {
	1002: m.editor_explain_quote,
	1003: m.editor_explain_name,
	1005: m.editor_explain_expected,
	1109: m.editor_explain_expression,
	1128: m.editor_explain_brace,
	1160: m.editor_explain_quote,
	2304: m.editor_explain_unknown,
	2552: m.editor_explain_unknown,
	2307: m.editor_explain_module,
	2322: m.editor_explain_type,
	2345: m.editor_explain_argument,
	2339: m.editor_explain_property,
	2551: m.editor_explain_property,
	2355: m.editor_explain_return,
	2366: m.editor_explain_return,
	2362: m.editor_explain_number,
	2363: m.editor_explain_number,
	2365: m.editor_explain_operator,
	2367: m.editor_explain_never_equal,
	2454: m.editor_explain_before,
	2451: m.editor_explain_twice,
	2393: m.editor_explain_twice,
	2554: m.editor_explain_count,
	2588: m.editor_explain_const,
	18047: m.editor_explain_null,
	18048: m.editor_explain_null,
	2531: m.editor_explain_null,
	2532: m.editor_explain_null
};

export function explain(code: number, message: string, language: Language): string {
	const plain = BY_CODE[code]?.({}, { locale: language });
	return plain ? `${plain}\n${message}` : message;
}
