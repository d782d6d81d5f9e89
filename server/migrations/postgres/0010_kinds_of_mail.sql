-- Which kinds of mail there are is said by the program alone
-- (rules::application::MailKind): a new one needs no new check, and any may be for
-- one browser. What stands in the table meets the new check, as it met the stricter one: it is
-- not read again.
alter table outbox
    drop constraint outbox_kind_check,
    drop constraint outbox_check,
    add constraint outbox_code_of_a_browser
        check (kind <> 'device_code' or session is not null) not valid;
