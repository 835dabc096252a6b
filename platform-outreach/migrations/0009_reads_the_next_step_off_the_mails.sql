CREATE INDEX "inbound_message_id" ON "outreach"."inbound" USING btree ("message_id_index");--> statement-breakpoint
ALTER TABLE "outreach"."prospects" DROP COLUMN "next_step";