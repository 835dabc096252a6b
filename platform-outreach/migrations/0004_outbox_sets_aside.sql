DROP INDEX "outreach"."outbox_open";--> statement-breakpoint
ALTER TABLE "outreach"."outbox" ADD COLUMN "set_aside_at" timestamp(3) with time zone;--> statement-breakpoint
CREATE INDEX "outbox_next" ON "outreach"."outbox" USING btree ("id") WHERE "outreach"."outbox"."delivered_at" is null and "outreach"."outbox"."set_aside_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_set_aside" ON "outreach"."outbox" USING btree ("id") WHERE "outreach"."outbox"."set_aside_at" is not null;--> statement-breakpoint
CREATE INDEX "outbox_open" ON "outreach"."outbox" USING btree ("order_key","id") WHERE "outreach"."outbox"."delivered_at" is null and "outreach"."outbox"."set_aside_at" is null;