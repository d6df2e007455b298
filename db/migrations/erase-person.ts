/**
 * Functions that erase a person. They find the tables by their columns, so a table that is added later is covered: every
 * text of a row that refers to the client, or to one of its jobs, quotes, invoices or enquiries.
 */
export const ERASE_PERSON = [
  `create or replace function redact_text(value text, patterns text[]) returns text language plpgsql immutable as $$
  declare
    pattern text;
  begin
    foreach pattern in array patterns loop
      value := regexp_replace(value, pattern, '[erased]', 'gi');
    end loop;
    return value;
  end
  $$`,
  // Of type json and not jsonb, which would reorder the fields of a publication.
  `create or replace function redact_json(value json, patterns text[]) returns json language plpgsql immutable as $$
  begin
    return case json_typeof(value)
      when 'object' then (select coalesce(json_object_agg(e.key, redact_json(e.value, patterns)), '{}') from json_each(value) e)
      when 'array' then (select coalesce(json_agg(redact_json(e, patterns)), '[]') from json_array_elements(value) e)
      when 'string' then to_json(redact_text(value #>> '{}', patterns))
      else value end;
  end
  $$`,
  `create or replace function erase_person(
    business uuid, clients uuid[], emails text[], phones text[], patterns text[], anywhere text
  ) returns void language plpgsql as $$
  declare
    job_ids uuid[] := array(
      select id from jobs where business_id = business and client_id = any(clients)
      union select job_id from messages where client_id = any(clients)
      union select job_id from publications where client_id = any(clients)
      union select job_id from portal_links where client_id = any(clients)
      union select job_id from quotes where client_id = any(clients) and job_id is not null
      union select job_id from invoices where client_id = any(clients));
    quote_ids uuid[] := array(
      select id from quotes where business_id = business and (client_id = any(clients) or job_id = any(job_ids)));
    invoice_ids uuid[] := array(
      select id from invoices where business_id = business and (client_id = any(clients) or job_id = any(job_ids)));
    enquiry_ids uuid[] := array(
      select id from enquiries where business_id = business and (client_id = any(clients)
        or client_id is null and (email = any(emails) or phone = any(phones))));
    mails_to uuid[];
    mails_about uuid[];
    place record;
  begin
    mails_to := array(select id from outgoing_emails where business_id = business and recipient = any(emails)
      and (job_id is null or job_id = any(job_ids)));
    mails_about := array(select id from outgoing_emails where business_id = business and (job_id = any(job_ids)
      or job_id is null and data::text like any(array(select '%' || id || '%' from unnest(enquiry_ids || quote_ids) id))));

    update messages set body = '[erased]' where client_id = any(clients);
    update quote_answers a set name = case when a.name is not null then '[erased]' end,
      message = case when a.message is not null then '[erased]' end
    from quotes q where q.id = a.quote_id and coalesce(a.client_id, q.client_id) = any(clients);
    update enquiries set name = '[erased]', email = null, phone = null, message = '[erased]', site_address = null,
      decline_reason = null, sender = '[erased]' where id = any(enquiry_ids);
    update enquiry_replies set body = '[erased]', sent_to = '[erased]' where enquiry_id = any(enquiry_ids);
    update portal_links set sent_to = '[erased]' where client_id = any(clients);
    -- What was not sent yet never is.
    update outgoing_emails set recipient = '[erased]', data = '{}',
      failure = case when status = 'SENT' then failure else 'The client was erased.' end,
      status = case when status = 'SENT' then status else 'CANCELLED' end
    where id = any(mails_to);
    update dev_mailbox set subject = '[erased]', html = '[erased]', text = '[erased]',
      recipient = case when recipient = any(emails) then '[erased]' else recipient end
    where idempotency_key = any(array(select 'jobglass-' || id from unnest(mails_to || mails_about) id));

    for place in
      select c.table_name, c.column_name, c.data_type, string_agg(format('%I = any(%s)', k.column_name, k.ids), ' or ') as is_theirs
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      join lateral (
        select o.column_name, case o.column_name
          when 'job_id' then '$3' when 'quote_id' then '$4' when 'invoice_id' then '$5' when 'enquiry_id' then '$6'
          when 'client_id' then '$2' end as ids
        from information_schema.columns o
        where o.table_schema = c.table_schema and o.table_name = c.table_name
          and o.column_name in ('job_id', 'quote_id', 'invoice_id', 'enquiry_id', 'client_id')
        union all
        select 'id', own.ids from (values ('clients', '$2'), ('jobs', '$3'), ('quotes', '$4'), ('invoices', '$5'),
          ('enquiries', '$6')) own (table_name, ids) where own.table_name = c.table_name) k on true
      where c.table_schema = current_schema and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'json', 'jsonb')
        -- Words of the program, digests and keys.
        and c.column_name not in ('kind', 'status', 'reason', 'sender', 'method', 'digest', 'token_hash', 'key', 'job_key',
          'provider_id', 'original_type')
        and exists (select from information_schema.columns b where b.table_schema = c.table_schema
          and b.table_name = c.table_name and b.column_name = 'business_id')
      group by c.table_name, c.column_name, c.data_type order by c.table_name, c.column_name
    loop
      execute format(
        case place.data_type
          when 'text' then 'update %1$I set %2$I = redact_text(%2$I, $7)'
          else 'update %1$I set %2$I = redact_json(%2$I::json, $7)::%4$s' end
        || ' where business_id = $1 and (%3$s) and %2$I::text ~* $8',
        place.table_name, place.column_name, place.is_theirs, place.data_type)
      using business, clients, job_ids, quote_ids, invoice_ids, enquiry_ids, patterns, anywhere;
    end loop;
  end
  $$`,
];
