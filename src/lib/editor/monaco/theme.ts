import { editor } from 'monaco-editor/editor';
import { CODE_PALETTES, type CodePalette, type Theme } from '../palette.ts';

export function monacoThemeName(theme: Theme): string {
	return `braise-${theme}`;
}

function editorColours(palette: CodePalette): Record<string, string> {
	const { ground, text, quiet, line, raised, selection, ember, focus, fail, warn } = palette;
	return {
		'editor.background': ground,
		'editor.foreground': text,
		'editorCursor.foreground': ember,
		'editor.selectionBackground': selection,
		'editor.inactiveSelectionBackground': raised,
		'editor.wordHighlightBackground': raised,
		'editor.wordHighlightStrongBackground': raised,
		'editor.lineHighlightBackground': '#00000000',
		'editor.lineHighlightBorder': '#00000000',
		'editorLineNumber.foreground': quiet,
		'editorLineNumber.activeForeground': text,
		'editor.rangeHighlightBackground': raised,
		'editor.findMatchBackground': selection,
		'editor.findMatchBorder': ember,
		'editor.findMatchHighlightBackground': selection,
		'editorMarkerNavigation.background': ground,
		'editorMarkerNavigationError.background': fail,
		'editorMarkerNavigationError.headerBackground': raised,
		'editorHoverWidget.highlightForeground': palette.tokens.keyword,
		'inputValidation.infoBackground': raised,
		'inputValidation.infoForeground': text,
		'inputValidation.infoBorder': quiet,
		'editorBracketMatch.background': raised,
		'editorBracketMatch.border': quiet,
		'editorError.foreground': fail,
		'editorWarning.foreground': warn,
		'editorWidget.background': raised,
		'editorWidget.foreground': text,
		'editorWidget.border': line,
		'editorHoverWidget.background': raised,
		'editorHoverWidget.border': quiet,
		'editorSuggestWidget.background': raised,
		'editorSuggestWidget.selectedBackground': selection,
		'editorSuggestWidget.selectedForeground': text,
		'editorSuggestWidget.highlightForeground': palette.tokens.keyword,
		'editorSuggestWidget.focusHighlightForeground': palette.tokens.keyword,
		'list.hoverBackground': selection,
		'list.focusBackground': selection,
		'list.focusForeground': text,
		'quickInputList.focusBackground': selection,
		'quickInputList.focusForeground': text,
		'menu.background': raised,
		'menu.foreground': text,
		'menu.selectionBackground': selection,
		'menu.selectionForeground': text,
		'input.background': ground,
		'input.foreground': text,
		'input.border': quiet,
		'textLink.foreground': focus,
		'textLink.activeForeground': focus,
		focusBorder: focus,
		'scrollbar.shadow': '#00000000',
		'widget.shadow': '#00000030'
	};
}

export function defineMonacoThemes(): void {
	for (const theme of ['light', 'dark'] as const) {
		const palette = CODE_PALETTES[theme];
		const { keyword, string, value, comment } = palette.tokens;
		const createTokenRule = (token: string, foreground: string) => ({ token, foreground: foreground.slice(1) });
		editor.defineTheme(monacoThemeName(theme), {
			base: theme === 'dark' ? 'vs-dark' : 'vs',
			inherit: true,
			rules: [
				...['', 'identifier', 'delimiter', 'string.escape.invalid'].map((token) =>
					createTokenRule(token, palette.text)
				),
				createTokenRule('keyword', keyword),
				...['string', 'string.escape', 'string.invalid', 'regexp'].map((token) => createTokenRule(token, string)),
				...['number', 'type', 'type.identifier'].map((token) => createTokenRule(token, value)),
				...['comment', 'comment.doc', 'metatag', 'metatag.html', 'metatag.content.html'].map((token) =>
					createTokenRule(token, comment)
				),
				createTokenRule('tag', keyword),
				createTokenRule('attribute.name', value),
				...['attribute.value', 'attribute.value.html', 'string.html'].map((token) => createTokenRule(token, string)),
				...['attribute.value.number', 'attribute.value.unit', 'attribute.value.hex'].map((token) =>
					createTokenRule(token, value)
				)
			],
			colors: editorColours(palette)
		});
	}
}
