/** The theme a person chose, in a cookie so the server renders it; without one the system's applies. */
export type Theme = 'light' | 'dark';

const YEAR = 31_536_000;

let preferred = $state<Theme>('light');

/** Reads the theme the page shows and follows changes. Call once in the browser. */
export function watchTheme(): () => void {
	const media = matchMedia('(prefers-color-scheme: dark)');
	const read = () => {
		const chosen = document.documentElement.dataset.theme;
		preferred = chosen === 'light' || chosen === 'dark' ? chosen : media.matches ? 'dark' : 'light';
	};
	read();
	media.addEventListener('change', read);
	return () => media.removeEventListener('change', read);
}

export function theme(): Theme {
	return preferred;
}

export function chooseTheme(chosen: Theme): void {
	preferred = chosen;
	document.documentElement.dataset.theme = chosen;
	document.cookie = `theme=${chosen}; path=/; max-age=${YEAR}; samesite=lax`;
}
