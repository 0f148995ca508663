/** Syntax that makes a worker or a frame. Only few files may contain it, so that only few have to be reviewed. */
const workerAndFrameRestrictions = [
	['NewExpression[callee.name=/^(Shared)?Worker$/]', 'Workers'],
	['ImportDeclaration[source.value=/[?&](shared)?worker/]', 'Workers'],
	["CallExpression[callee.property.name='createElement'][arguments.0.value='iframe']", 'Frames'],
	["SvelteElement[name.name='iframe']", 'Frames']
].map(([selector = '', what]) => ({
	selector,
	message: `${what} are made only in sandbox/**/client.ts, src/lib/editor/workers.ts and EarlyFrame.svelte.`
}));

/** A page loads the messages that its code names. For a computed name it would load the messages of every page. */
const computedMessageNameRestriction = {
	selector: "MemberExpression[object.name='m'][computed=true]",
	message: 'Name the messages in a table: a computed name brings those of every page.'
};

/** A form's own action decides what a lost network does: SvelteKit's would show an error page in place of what was typed. */
const bareEnhanceRestriction = {
	selector: "SvelteDirective[kind='Action'][key.name.name='enhance'][expression=null]",
	message: 'Name what the form does with its answer: `use:enhance={sendFormWithNotice()}` of #lib/ui/send-form.ts.'
};

const SYNTAX_RESTRICTIONS = [...workerAndFrameRestrictions, computedMessageNameRestriction, bareEnhanceRestriction];

/** @type {import('eslint').Rule.RuleModule} */
export const restrictedSyntax = {
	meta: { type: 'problem', schema: [] },
	create(context) {
		const isMarkup = context.filename.endsWith('.svelte');
		const restrictions = SYNTAX_RESTRICTIONS.filter(({ selector }) => isMarkup || !selector.startsWith('Svelte'));
		return Object.fromEntries(
			restrictions.map(({ selector, message }) => [
				selector,
				/** @param {import('estree').Node} node */
				(node) => context.report({ node, message })
			])
		);
	}
};
