/** Groups small modules that pages share, because each file of a build costs a request. */
import type { Plugin, Rolldown } from 'vite';

/** Icons that only workbenches show, which the home page therefore does not load. */
const WORKBENCH_ICONS =
	'backpack|circle-alert|cloud-check|cloud-off|cloud-upload|file-plus|folder-archive|git-fork|image-down|images|layout-grid|lightbulb|loader-circle|lock|maximize|rotate-ccw-clock|skip-forward|table|text-align-start|type|volume-2|wand-sparkles';

/** Icons that only other pages use are left out, so that the home page does not load them. */
const HOME_ICONS =
	'a-large-small|arrow-right|chevron-down|moon|pause|rotate-ccw|square|sun|undo-2|user-round|users-round|volume-2|x';

/**
 * A page loads whole groups; those of nearly every page must fit the home page's limit
 * (docs/decisions/006-a-line-shared-by-a-class.md).
 */
const CHUNK_GROUPS: Rolldown.CodeSplittingGroup[] = [
	{
		name: 'base',
		// Leaves out modules that only forms need, because the home page has no form.
		test: /node_modules\/(svelte|@sveltejs\/kit(?!\/src\/runtime\/app\/forms)|@lucide)\/|src\/lib\/localize-href|src\/lib\/(ui(?!\/(Field|send-form))|paraglide(?!\/messages\/form_))\/|preload-helper|rolldown\/runtime/,
		minShareCount: 25,
		priority: 3
	},
	{
		name: 'forms',
		test: /@sveltejs\/kit\/src\/runtime\/app\/forms|src\/lib\/ui\/(Field|send-form)|paraglide\/messages\/form_/,
		minShareCount: 5,
		priority: 3
	},
	{
		name: 'layout',
		test: /src\/lib\/(browser-values|offline\/(person-cookie|addresses|error-heading|worker-messages|keep-visited-page)|storage\/person|domain\/(access|language)|ui\/(early-input|lost-focus)|workbench\/session\/saved-marker)\.ts|messages\/(error_|offline_title|offline_signed_out|sign_in_button|wall_visit)/,
		priority: 3
	},
	{
		name: 'components',
		// This group leaves out modules that would load a library, and includes the messages that the home page shares with many pages.
		test: new RegExp(
			String.raw`src\/lib\/ui\/(?!QrCode|ActionQuestion|LinkToCopy|Sheet|OneTimeLink|growing-field|send-form|Undo|Confirmation|site-address-choice|caught-count-text|reading\/text-lines|role-name|size-text|pictures\/)|@lucide(?!.*icons\/(?!(?:${HOME_ICONS})\.))|paraglide\/messages\/(?:minutes|home_tell_link|people_made|trade_\w+)\b`
		),
		minShareCount: 3,
		maxModuleSize: 3000,
		priority: 2
	},
	{
		name: 'icons',
		test: new RegExp(String.raw`@lucide.*icons\/(?!(?:${HOME_ICONS}|${WORKBENCH_ICONS})\.)`),
		minShareCount: 3,
		priority: 2
	},
	{
		name: 'storage',
		// Leaves out modules for pages with a class list or for the studio, and the one that loads a library to hash files.
		test: /src\/lib\/(storage|domain|projects)\/(?!spreadsheet|roster|class-list|challenge-folder|exercise|zip|own-file\/content-hash)|node_modules\/(idb|valibot)\/|run\/withdrawal/,
		minShareCount: 3,
		maxModuleSize: 6000,
		priority: 1
	},
	{
		name: 'workbench',
		test: new RegExp(
			String.raw`session\/resume-handoff|workbench\/code\/ProblemList|ui\/UndoNotice|steps\/snapshot\.ts|sandbox\/compile\/|editor\/(highlight|palette|recording)\.ts|node_modules\/(style-to-object|inline-style-parser|sugar-high)\/|svelte\/src\/reactivity\/|@lucide.*icons\/(?:${WORKBENCH_ICONS})\.`
		),
		minShareCount: 3,
		maxModuleSize: 8000,
		priority: 1
	},
	{
		name: 'bench',
		test: /lib\/workbench\/(?:TopBar|session\/(?:SavedState|fetch-challenge)|task\/FigureList)|lib\/editor\/(?:add-import|TabModeSwitch)|sandbox\/libraries\/recognise/,
		minShareCount: 2,
		priority: 1
	},
	{
		name: 'sheet',
		test: /^(?!.*paneforge).*(?:node_modules\/(?:bits-ui|tabbable|runed|svelte-toolbelt)\/|lib\/ui\/SheetDialog)/,
		minShareCount: 3
	},
	{
		name: 'sandbox',
		test: /\/sandbox\/(?!compile\/)/,
		minShareCount: 8
	},
	{
		name: 'stage',
		test: /lib\/workbench\/stage\/(?:StagePanel|ConsolePanel|ShownValue|SceneDescription|CheckReason|failure-(?:sentence|reasons))\.|lib\/workbench\/code\/(?:program|playback|problems|loop-search|stage-runner|console-log|typing-watch|staged-program)\.|lib\/explanations\/(?:habits\/(?!texts)[\w-]+|diagnostics|index|thrown-errors|explain-file-problems)\.|lib\/steps\/(?:progress|view)\.ts/,
		minShareCount: 5
	},
	{
		name: 'code',
		test: /node_modules\/paneforge\/|lib\/workbench\/(?:code\/(?:CodePanel|CodeBar|declarations|missing-functions)|ResizablePanes|WorkbenchLayout|ScreenPartTabs|layout|screen|task\/Dials|session\/(?:work-session|conflict\/ConflictBanner)|history\/History|stage\/(?:ResultsChip|StageDialsPanel|dial-stops))\.|lib\/editor\/(?:Editor|EarlyEditor|FileTabs|FileNameForm|SymbolBar|PlainEditorSwitch|symbols|file-names|typing-pause|monaco-loader|offsets|plain-caret-in-view|editor-settings|declarations\/(?:program-declarations|program))\.|lib\/steps\/(?:arrange|source)\.ts|lib\/storage\/saved-work\./,
		minShareCount: 4
	},
	{
		name: 'lesson',
		test: /node_modules\/xstate\/|lib\/workbench\/(?:session\/(?:lesson-session|step-results|surroundings|stage-dials)|task\/|stage\/(?:ChecksPanel|ResultsPanel|FiguresPanel))|lib\/steps\/(?:machine|advance|restore|lesson|tune)\.|lib\/explanations\/python|lib\/ui\/(?:reading\/ReadAloud|ChallengePeople)\./,
		minShareCount: 2
	},
	{ name: 'messages', test: /src\/lib\/paraglide\//, minShareCount: 3, priority: 1 }
];

export function sharedChunksPlugin(): Plugin {
	let isBrowserBuild = false;
	return {
		name: 'braise:shared-chunks',
		apply: 'build',
		configResolved({ build }) {
			isBrowserBuild = build.ssr === false;
		},
		outputOptions: (options) => (isBrowserBuild ? { ...options, codeSplitting: { groups: CHUNK_GROUPS } } : options)
	};
}
