import { relations } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { ROLES } from '#lib/domain/access.ts';
import { LANGUAGES } from '#lib/domain/language.ts';

/** A timestamp with time zone, to the millisecond as in JavaScript. */
export const timestampColumn = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** A person. `name` is for adults only; a student's is empty, because pseudonyms belong to memberships. */
export const account = pgTable('account', {
	id: text('id').primaryKey(),
	role: text('role', { enum: ROLES }).notNull(),
	name: text('name').notNull(),
	/** Email address of an adult. A student has a placeholder that leads nowhere, as better-auth requires an address. */
	email: text('email').notNull().unique(),
	emailVerified: boolean('email_verified').notNull().default(false),
	image: text('image'),
	language: text('language', { enum: LANGUAGES }),
	createdAt: timestampColumn('created_at').notNull().defaultNow(),
	updatedAt: timestampColumn('updated_at').notNull().defaultNow(),
	/** An applicant's message to the curator, emptied after the decision. */
	application: text('application').notNull().default(''),
	/** When the account ends, for a student who is in no class any more; null for others. */
	endsAt: timestampColumn('ends_at'),
	/** When the account is deleted at its owner's request; null without a request. */
	deletionAt: timestampColumn('deletion_at')
});

/** A signed-in browser. For privacy there must be no column for its IP address or user agent. */
export const session = pgTable(
	'session',
	{
		id: text('id').primaryKey(),
		token: text('token').notNull().unique(),
		accountId: text('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		expiresAt: timestampColumn('expires_at').notNull(),
		createdAt: timestampColumn('created_at').notNull().defaultNow(),
		updatedAt: timestampColumn('updated_at').notNull().defaultNow()
	},
	(table) => [index('session_account').on(table.accountId)]
);

/** A means of signing in to an account: the hash of a password or passphrase, or an account at an OpenID provider. */
export const wayToSignIn = pgTable(
	'credential',
	{
		id: text('id').primaryKey(),
		/** Account of this credential. Not named accountId: better-auth uses that name for `subject` and mixes the two up. */
		holder: text('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		providerId: text('provider_id').notNull(),
		subject: text('subject').notNull(),
		password: text('password'),
		accessToken: text('access_token'),
		refreshToken: text('refresh_token'),
		idToken: text('id_token'),
		accessTokenExpiresAt: timestampColumn('access_token_expires_at'),
		refreshTokenExpiresAt: timestampColumn('refresh_token_expires_at'),
		scope: text('scope'),
		createdAt: timestampColumn('created_at').notNull().defaultNow(),
		updatedAt: timestampColumn('updated_at').notNull().defaultNow()
	},
	(table) => [index('credential_account').on(table.holder)]
);

/** With these relations, better-auth reads an account and its session, or its means of signing in, in one query. */
export const sessionRelations = relations(session, ({ one }) => ({
	account: one(account, { fields: [session.accountId], references: [account.id] })
}));
export const wayToSignInRelations = relations(wayToSignIn, ({ one }) => ({
	account: one(account, { fields: [wayToSignIn.holder], references: [account.id] })
}));
/** better-auth looks for a relation named after the table with an added s. */
export const accountRelations = relations(account, ({ many }) => ({ wayToSignIns: many(wayToSignIn) }));

/** One-time values, such as those of an OpenID login under way. */
export const verification = pgTable(
	'verification',
	{
		id: text('id').primaryKey(),
		identifier: text('identifier').notNull(),
		value: text('value').notNull(),
		expiresAt: timestampColumn('expires_at').notNull(),
		createdAt: timestampColumn('created_at').notNull().defaultNow(),
		updatedAt: timestampColumn('updated_at').notNull().defaultNow()
	},
	(table) => [index('verification_identifier').on(table.identifier)]
);

export const invitation = pgTable('invitation', {
	id: text('id').primaryKey(),
	/** SHA-256 of the token, so that reading the database does not make the link usable. */
	tokenHash: text('token_hash').notNull().unique(),
	purpose: text('purpose', { enum: ['role', 'reset', 'teach'] }).notNull(),
	role: text('role', { enum: ROLES }),
	/** For a link to choose a new password (`reset`): the account that gets the new password. */
	accountId: text('account_id').references(() => account.id, { onDelete: 'cascade' }),
	/** For a link to co-teach (`teach`): id of the class. */
	classId: text('class_id'),
	createdBy: text('created_by').references(() => account.id, { onDelete: 'set null' }),
	createdAt: timestampColumn('created_at').notNull().defaultNow(),
	expiresAt: timestampColumn('expires_at').notNull(),
	usedAt: timestampColumn('used_at')
});

/** Attempts at signing in and at other guarded acts, counted by account or class code and never by IP address, which a whole school shares. */
export const countedAttempt = pgTable('counted_attempt', {
	key: text('key').primaryKey(),
	/** Number of attempts since the last success. */
	count: integer('count').notNull(),
	/** Moment until which further attempts are refused without a check. */
	waitUntil: timestampColumn('wait_until').notNull(),
	/** When this row expires and attempts are counted from zero again. */
	windowEndsAt: timestampColumn('window_ends_at').notNull()
});
