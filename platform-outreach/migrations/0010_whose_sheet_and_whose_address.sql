ALTER TABLE "outreach"."csv_bases" ADD COLUMN "sheet" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "outreach"."csv_bases" DROP CONSTRAINT "csv_bases_pkey";--> statement-breakpoint
ALTER TABLE "outreach"."csv_bases" ADD CONSTRAINT "csv_bases_sheet_prospect_pk" PRIMARY KEY("sheet","prospect");--> statement-breakpoint
ALTER TABLE "outreach"."suppressions" ADD COLUMN "prospect" uuid;
