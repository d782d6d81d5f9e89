--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: audit_goes_behind_a_checkpoint(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_goes_behind_a_checkpoint() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if not exists (select 1 from audit where through >= old.number) then
        raise exception 'an entry of the audit log goes only when a checkpoint holds its hash';
    end if;
    return old;
end $$;


--
-- Name: audit_inbox_goes_into_the_chain(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_inbox_goes_into_the_chain() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if not exists (select 1 from audit where place = old.place) then
        raise exception 'an entry of the audit log goes only into the chain';
    end if;
    return old;
end $$;


--
-- Name: audit_refuses(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_refuses() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception 'an entry of the audit log stays as it is';
end $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: _sqlx_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public._sqlx_migrations (
    version bigint NOT NULL,
    description text NOT NULL,
    installed_on timestamp with time zone DEFAULT now() NOT NULL,
    success boolean NOT NULL,
    checksum bytea NOT NULL,
    execution_time bigint NOT NULL
);


--
-- Name: allowances; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.allowances (
    key bytea NOT NULL,
    whole_at bigint NOT NULL
);


--
-- Name: audit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit (
    number bigint NOT NULL,
    place bigint,
    at bigint NOT NULL,
    act text NOT NULL,
    subject text NOT NULL,
    detail text NOT NULL,
    through bigint,
    hash bytea NOT NULL
);


--
-- Name: audit_inbox; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_inbox (
    place bigint NOT NULL,
    at bigint NOT NULL,
    act text NOT NULL,
    subject text NOT NULL,
    detail text NOT NULL
);


--
-- Name: audit_inbox_place_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audit_inbox ALTER COLUMN place ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_inbox_place_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: challenges; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.challenges (
    id text NOT NULL,
    sealed bytea NOT NULL,
    until bigint NOT NULL,
    used bigint DEFAULT 0 NOT NULL,
    session bytea,
    drawn bigint DEFAULT 0 NOT NULL,
    CONSTRAINT challenges_used_check CHECK ((used = ANY (ARRAY[(0)::bigint, (1)::bigint])))
);


--
-- Name: codes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.codes (
    session bytea NOT NULL,
    journey text NOT NULL,
    digest bytea NOT NULL,
    until bigint NOT NULL,
    tries bigint DEFAULT 0 NOT NULL,
    mail text DEFAULT ''::text NOT NULL,
    asked_at bigint DEFAULT 0 NOT NULL
);


--
-- Name: devices; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.devices (
    digest bytea NOT NULL,
    journey text NOT NULL
);


--
-- Name: forms; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.forms (
    digest bytea NOT NULL,
    sealed bytea NOT NULL,
    issued_at bigint NOT NULL,
    rowid bigint NOT NULL,
    tries bigint DEFAULT 0 NOT NULL
);


--
-- Name: forms_rowid_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.forms ALTER COLUMN rowid ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.forms_rowid_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: journeys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.journeys (
    id text NOT NULL,
    version bigint NOT NULL,
    stage text NOT NULL,
    form_digest bytea NOT NULL,
    wrapped_key bytea NOT NULL,
    sealed bytea NOT NULL,
    photo_key text,
    receipt text,
    created_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    handed_over_at bigint,
    CONSTRAINT journeys_check CHECK (((stage = 'submitted'::text) = (receipt IS NOT NULL))),
    CONSTRAINT journeys_check1 CHECK (((photo_key IS NULL) OR (stage <> ALL (ARRAY['registered'::text, 'opened'::text])))),
    CONSTRAINT journeys_check2 CHECK (((photo_key IS NOT NULL) OR (stage <> 'pictured'::text))),
    CONSTRAINT journeys_stage_check CHECK ((stage = ANY (ARRAY['registered'::text, 'opened'::text, 'pictured'::text, 'photographed'::text, 'described'::text, 'submitted'::text])))
);


--
-- Name: links; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.links (
    digest bytea NOT NULL,
    journey text NOT NULL,
    until bigint NOT NULL,
    ended bigint DEFAULT 0 NOT NULL,
    mail text DEFAULT ''::text NOT NULL,
    asked_at bigint DEFAULT 0 NOT NULL,
    CONSTRAINT links_ended_check CHECK ((ended = ANY (ARRAY[(0)::bigint, (1)::bigint])))
);


--
-- Name: look_up_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.look_up_keys (
    purpose text NOT NULL,
    sealed bytea NOT NULL
);


--
-- Name: outbox; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.outbox (
    id text NOT NULL,
    kind text NOT NULL,
    journey text NOT NULL,
    session bytea,
    photo_key text,
    due_at bigint NOT NULL,
    leased_until bigint DEFAULT 0 NOT NULL,
    tries bigint DEFAULT 0 NOT NULL,
    outcome text,
    queued_at bigint NOT NULL,
    reason text,
    secret bytea,
    CONSTRAINT outbox_check CHECK (((kind = 'device_code'::text) = (session IS NOT NULL))),
    CONSTRAINT outbox_check1 CHECK (((kind = 'discard_photo'::text) = (photo_key IS NOT NULL))),
    CONSTRAINT outbox_kind_check CHECK ((kind = ANY (ARRAY['link'::text, 'device_code'::text, 'received'::text, 'discard_photo'::text]))),
    CONSTRAINT outbox_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'dropped'::text, 'failed'::text])))
);


--
-- Name: sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sessions (
    digest bytea NOT NULL,
    version bigint NOT NULL,
    sealed bytea NOT NULL,
    created_at bigint NOT NULL,
    seen_at bigint NOT NULL
);


--
-- Data for Name: _sqlx_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public._sqlx_migrations VALUES (1, 'portal', '2026-11-29 15:28:44.915929+00', true, '\xf07586ea8e0488ed8fba8aa4d5862134ce3cafc47c3518fa54091b3506cf44ba831a62ba03470c7e125e8f671b593ed9', 5672841);
INSERT INTO public._sqlx_migrations VALUES (2, 'why mails failed', '2026-11-29 15:28:44.921959+00', true, '\x1ff62281f8a1f6a08b36d7e148c60aa49c68b047f5752dfcc2b694200fe7ee7b99535d5f9290fc4c8823685706e9b9c9', 497202);
INSERT INTO public._sqlx_migrations VALUES (3, 'hand over', '2026-11-29 15:28:44.92255+00', true, '\x08be6ce0cc78ff58c371743f8d51cace0f4fedebae95d0478907089362cd3cdcc8d4419dcd3be7097f22c17fc8a94b0b', 1281551);
INSERT INTO public._sqlx_migrations VALUES (4, 'look up keys', '2026-11-29 15:28:44.92397+00', true, '\xf9133982e9fc61f0f8199a59f08709167e0d58e2e05634e682177c6e977bc5c3f880e3225ce65d43f6a2468cb2d0c7ec', 840965);
INSERT INTO public._sqlx_migrations VALUES (5, 'audit', '2026-11-29 15:28:44.924934+00', true, '\x87b51d09bb8be6742c1d9050540a55a604fbada20ae0ef1a454feedcab972ed4d67f1f626b28523ca7ded5849c511594', 2593418);
INSERT INTO public._sqlx_migrations VALUES (6, 'secrets and tries', '2026-11-29 15:28:44.927642+00', true, '\x25cd68deedd46f06d6edbca68599bef36f46a5cb151e390855fe276b99395c0ba3c54fb19efecdd7c248d94bfd6bd5cc', 594687);
INSERT INTO public._sqlx_migrations VALUES (7, 'pictures', '2026-11-29 15:28:44.928328+00', true, '\xe8d4e362abf23cb4f440298ca6b5ccd4634930adcc991b42d623ef73dd856d16fd32b4d8acfe09b11e8154f5f547ea60', 479365);
INSERT INTO public._sqlx_migrations VALUES (8, 'links and devices', '2026-11-29 15:28:44.92888+00', true, '\xc94a30c647c8b451dfdb3688df31ac6f1533fa44ea9b066e962b87695d15102f7c9221f5f8a7d9d630acebdf232628ef', 1487038);


--
-- Data for Name: allowances; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.allowances VALUES ('\x8ccbd10b59e499d06e716bf5167d08ab16fdbca46cdd294b43c9ba47ebe51375', 1795520114000);
INSERT INTO public.allowances VALUES ('\xb42164247e3dccb35a112be3432a7f6cc31561df3d63c01e603aaf1b7e2796c6', 1795520114000);
INSERT INTO public.allowances VALUES ('\xfef1387f8cd3a2c435537e3c2a8ab6ab545a9b44bfab8c3ca92cf8f16fb3ccdb', 1795533794000);
INSERT INTO public.allowances VALUES ('\x828386f7b5dcce4ad56f398b2fcfc432897f3c751dddfc7be47515e96fa43853', 1795520178000);
INSERT INTO public.allowances VALUES ('\xf5e2c2d79adf11b1b36f9fdfa665e303f13ec92c293b4bc5c9e53b7093781f3a', 1795520178000);
INSERT INTO public.allowances VALUES ('\x0349ac1f8c8809f3b532529f6cae7420589cbae3ca147280c611c5e3c0d76700', 1795533858000);
INSERT INTO public.allowances VALUES ('\xdfb82d61981f3fa0e707e24f828f5be709218bc80da42173ef3c5d1ebbaa1ca1', 1795520242000);
INSERT INTO public.allowances VALUES ('\x66d3f69e8b9de0b7c13c4cd595f5b7b34db460037c2c5b1557b2528b1232786f', 1795520242000);
INSERT INTO public.allowances VALUES ('\x1ab79dfea520d7755557e8cbd459cdaa88dabf9d82b44d77be9af9a59afebc03', 1795533922000);
INSERT INTO public.allowances VALUES ('\xa0e55dfda85082f239cbed1097240abf4e6ebdd425b4c1ea0a6f4ceac8abbcb6', 1795520306000);
INSERT INTO public.allowances VALUES ('\x31d88d6cb9aac46d184290cca9906eefb42feac93f33cab458550d822b5c2ecd', 1795520306000);
INSERT INTO public.allowances VALUES ('\x500ca303dfc53646b0a15fddfb478e8eeb17b7b905736c23f48d126eef953a14', 1795533986000);
INSERT INTO public.allowances VALUES ('\x83cbd9b5dabfd4f371e9b255b7a1f8ecd4b1475ae8e0da04c2351c0e2c7e8367', 1795520370000);
INSERT INTO public.allowances VALUES ('\xafc86636ec3065151f555904c313d77a1bf4bd915d7af32975d79aa36d46171e', 1795520370000);
INSERT INTO public.allowances VALUES ('\x7ef8f58cc62c4f4d3cfc73591db711557379c556b180229da568167e421598fb', 1795534050000);
INSERT INTO public.allowances VALUES ('\x9604cd20ee66c7e6d18dfdfb6c18ac2a3be7a3ff4d03eace1abd71baf6085ea0', 1795520434000);
INSERT INTO public.allowances VALUES ('\x6fad3d326c54271dd73eb1b6ca0aff5976c64591ee12ccdbebf6b8db66628d64', 1795520434000);
INSERT INTO public.allowances VALUES ('\x2cc8cbde246b7d95a22b323e99dcd9a9aae2309b665f89e6291a32c76e879a39', 1795534114000);
INSERT INTO public.allowances VALUES ('\xd91219f36a822ed31ee1ca9688664f006455268405572a37215171c6719698e3', 1795520498000);
INSERT INTO public.allowances VALUES ('\x88c04d144783492c2063b25574b4472b47b9861e6f36a26fd521718ca322db19', 1795520498000);
INSERT INTO public.allowances VALUES ('\x289554b64965e82f81e6fca63b56cc0e1ac780ad1d184039a0b0418e6fd659f4', 1795534178000);
INSERT INTO public.allowances VALUES ('\x3e280da08c7b30ee258cdf0647dbc3c86a7054978ba3f940be207b0b3ed33775', 1795517618000);
INSERT INTO public.allowances VALUES ('\xdd3e395b31a9fd5889a4f7b80c916584f635dd62cf15b53e28afd39153bd58aa', 1795520562000);
INSERT INTO public.allowances VALUES ('\xae4b7c45b9e747c41d1e809ed55c18bf40306e5aa49c7f048f61a25bd777d76d', 1795520562000);
INSERT INTO public.allowances VALUES ('\x5763811d5d449cc0b69c5e85118c53d8eb7f2caa148c83591eacc05ca42d03e1', 1795534242000);
INSERT INTO public.allowances VALUES ('\x77e0e06341c2e480d47b691220427c48e29d17681a0290bb34bfef975bc99937', 1795520626000);
INSERT INTO public.allowances VALUES ('\x5746b28bff7a264f60b9665b629ddd3e0156cccc470c600f45dbe0e4531bc873', 1795520626000);
INSERT INTO public.allowances VALUES ('\x295518db0e09b05cdb5ab1ed1199cf199fa515a9ea6952b1840c2216fe8d12d1', 1795534306000);
INSERT INTO public.allowances VALUES ('\x8ba4bd673dca60b2a84a9bf72b6a3799205aa28fc9cd776d0ba9953acc331bc0', 1795517386000);
INSERT INTO public.allowances VALUES ('\x86ddc1a2e898b53b664395180fdff8bd8b833406f5ca5c6b0ac02624ba3c9113', 1795520690000);
INSERT INTO public.allowances VALUES ('\x8826881a2ddde4603409fbae86919448bf4083b2e2e4eefbf0a3129ddc05c10b', 1795520690000);
INSERT INTO public.allowances VALUES ('\xa28293133dd291b3d8d5fd68e8c8961433a323fcb554e66dc6051cac612f16b0', 1795534370000);
INSERT INTO public.allowances VALUES ('\xcdd21459d0462cb4184aaed259f93cf0a3ed0124f26f91e19d7d1b01c917f10d', 1795517450000);
INSERT INTO public.allowances VALUES ('\x2ad5f84214bbad2a96476e963459370e1081f25c08e025cbcdd8f21bf54cadbb', 1795520754000);
INSERT INTO public.allowances VALUES ('\x776dabf5d5873763c8512153f0941a087e3b8d9ed01fef625f2924cf6cbb5e35', 1795520754000);
INSERT INTO public.allowances VALUES ('\x89ce48120f5bbac0082652f9cbc1704800cf951c5f975708003d5cb222555a35', 1795534434000);
INSERT INTO public.allowances VALUES ('\x6a8e0bd4eb366f27a221606e1d60b3e3f530fdcaa760e5d7c6f9266f87024c88', 1795517334000);
INSERT INTO public.allowances VALUES ('\x8f10589cffd98ce025ddfda6a2b73ea11ef8df093b840fc37566c7359d871a25', 1795517874000);
INSERT INTO public.allowances VALUES ('\x3d6b2c7b93b38d896f593787313ae395243aed84efad4ca7e06547435ccac18b', 1795517338000);
INSERT INTO public.allowances VALUES ('\x8dd847dc24c98e9ec609af5ad04a004a4329343b5569652800d4a537ac48d3f1', 1795520818000);
INSERT INTO public.allowances VALUES ('\x716ba4c61fb4e62bce8ab142d024d3d6d10d2004cfff6594ea02ce1650feb594', 1795520818000);
INSERT INTO public.allowances VALUES ('\xdcf1e3d4d9582a14d618601d2700c8e44ed9d722b35c9325defb35f849fac361', 1795534498000);
INSERT INTO public.allowances VALUES ('\x3c1e29f939da9958d66d9f74b79d241ddefcc9395c6a6a07b07bd60eec3e819d', 1795517398000);
INSERT INTO public.allowances VALUES ('\xa77d88e060a599aeb136a3e46e3ae8392f888f5897158713ebb6f6fbbd4b3f3d', 1795517289000);
INSERT INTO public.allowances VALUES ('\xb1f07e4405384e4460c3fbbd388d7fb40da67814415c710f1428ab4e90cdfb6f', 1795517342000);
INSERT INTO public.allowances VALUES ('\xc3c0ba819a5cd14db76761d4edfe836127fed190991ddef51c3f0c332a6d075c', 1795517342000);
INSERT INTO public.allowances VALUES ('\xdb9d02cc1c53cfe6966e52d7c450e1e8ee8665b715ccfa55136b29ebafdf005a', 1795517402000);
INSERT INTO public.allowances VALUES ('\x462d6a15dc86a8298503fefd5d2bdf7b938ab5681adab31a1d7d59446bdecac5', 1795520882000);
INSERT INTO public.allowances VALUES ('\x364551326c7223362a0f055f168fea2775eb92c676db3271b2b27c2aba853572', 1795520882000);
INSERT INTO public.allowances VALUES ('\xd5aa2100bf15488839cfbb66932815a68314e36336bdfe14a5fbec10c58b4c9e', 1795534562000);
INSERT INTO public.allowances VALUES ('\xaefcd66726e7556db962134038665ae5b5c4c14762096070642f582aa25aa53c', 1795517282000);
INSERT INTO public.allowances VALUES ('\x108f79fe31fe307632ec7e66fc1a4b6a0189501429e0de1a6e0ec849162882b5', 1795517462000);
INSERT INTO public.allowances VALUES ('\x0017119910baff2e3450096a3fbe9023276e64d7e0aa147dfffc5a57313d158a', 1795517282000);
INSERT INTO public.allowances VALUES ('\xe6ccdef754eb8fca07c5bea5c4cb2915bc580fd61bb7c77de89aa2926f4d2a9a', 1795517462000);
INSERT INTO public.allowances VALUES ('\x6bcc97163a42228dca04efafda3154955b940026effcd00ea832fdee1894ab0c', 1795517292000);
INSERT INTO public.allowances VALUES ('\xc2451134145e660e6e545f7542a71b514333e7f5c4f7003b03590c5dde1d2e97', 1795518482000);
INSERT INTO public.allowances VALUES ('\xfdc3edbd661694ed0801832a454135746d9556ae2719cd0b68ef629d495e714b', 1795517343000);
INSERT INTO public.allowances VALUES ('\x69a37489a5374ed2f7a2d1928f376d0e7e6b9fc052f2df56c68878ac69f19f93', 1795517353000);
INSERT INTO public.allowances VALUES ('\x03083c4cd9a0802c3439affc0cf792879433ca487c978047e9836528a437762b', 1795517406000);
INSERT INTO public.allowances VALUES ('\x4f964c70cae58f552ed2058462e0f86e474a83dc165a27a1137cffd7c6b38223', 1795517406000);
INSERT INTO public.allowances VALUES ('\xce9752ab642a2bbaf2a764632f7f2574411ac563649182f995e17157e563e88c', 1795517466000);
INSERT INTO public.allowances VALUES ('\xdd1f6177fa4ebfacf63a9e0216eeac5c6e9068acee33fc4e1eb5407cd07df9cc', 1795520946000);
INSERT INTO public.allowances VALUES ('\x6c49279544146006b34b92cea09ffbcf096c4cca332e91337daad7617643b1ba', 1795520946000);
INSERT INTO public.allowances VALUES ('\x5f9d956841bac5881cd158edc108c7c111f2437093eff212b18669b824bc0d42', 1795534626000);
INSERT INTO public.allowances VALUES ('\x9896ec5e8adca3a1aea982910e667fdae5543aa879c31f34a36029f9a2981b71', 1795517346000);
INSERT INTO public.allowances VALUES ('\x91dbc7bf6c35caee8064ba5f86df571966edaebc37fcb20923df08e4d18dc18c', 1795517526000);
INSERT INTO public.allowances VALUES ('\xed0cc6140ba7a63e7e39fa9dea53124a2afe352efe60f26395ca04911290a77c', 1795517706000);
INSERT INTO public.allowances VALUES ('\x1dfc8b65a597236a5488393a7883e3fc3ca548ac919b114843cbc0970ba6f459', 1795520946000);
INSERT INTO public.allowances VALUES ('\x243b0a904c26a7a5b08e7d8dce9e4c274d60deca782729cf9759f66a34df930d', 1795521666000);
INSERT INTO public.allowances VALUES ('\xb253fd18c73b82350844cd3549770f76475df4ad98ab51c06fbcb01f7a7f178c', 1795517407000);
INSERT INTO public.allowances VALUES ('\x88a6f722d985d356814496474c063c4591c7bc049215f1cd177e50ffef20b071', 1795517417000);
INSERT INTO public.allowances VALUES ('\xb7c1997bc9745a7293ec6ef39cc0a38e5378623d689fd8b681a433d539304c81', 1795517470000);
INSERT INTO public.allowances VALUES ('\xb1f15bc41695fa24a5b229095cb8ccb084d1be3022278a7630b8355216c968b5', 1795517470000);
INSERT INTO public.allowances VALUES ('\x862f6df206d9139f00c5dcf7a52416f6a3c93442183b0177e377df64a487bb3c', 1795517530000);
INSERT INTO public.allowances VALUES ('\xfa0d5b38e394ac00f6ccadbdccc4aedc941393469498d864a97d21e775652578', 1795521010000);
INSERT INTO public.allowances VALUES ('\xf1f5dce75ae6697671203e96c1db31493849c78fa36708557a04c24ad97671b9', 1795521010000);
INSERT INTO public.allowances VALUES ('\xddb376a90fdd971b14d6581fd544bc4b06ee062233e31bff2538fdeddce38c65', 1795534690000);
INSERT INTO public.allowances VALUES ('\x8fb3ca795d9a9eae46a848723be74636b67286cf235346561b8c836c1dfa4ca7', 1795517410000);
INSERT INTO public.allowances VALUES ('\x09c9acd49b54262c1f2a23d215721ce622585cb6c4702f12507f5404e9e4f4ed', 1795517590000);
INSERT INTO public.allowances VALUES ('\x19636bf8ab5426325a25d1028d3415b70b610901e6a82782d53a4251cc5c0091', 1795518130000);
INSERT INTO public.allowances VALUES ('\xa5b9c5b27c9c2f9af013525cee42cb63d45e32406429e579b3037cc157eb7ac4', 1795517471000);
INSERT INTO public.allowances VALUES ('\x652eec86867ba34ed413d6ca09e2ba1207b1d950e35f9cba9117b2d9970201d5', 1795517481000);
INSERT INTO public.allowances VALUES ('\xd14a9d2bdc8076fbdbecc5c5216974f98f96978a8270c4a9066c6d83a6be06ec', 1795517534000);
INSERT INTO public.allowances VALUES ('\x18d9b048cf39e6d6d5b372cb540c01fa5d1793e5b71d52c1aa153bc0361afeca', 1795517534000);
INSERT INTO public.allowances VALUES ('\xb45886bb3d6fdfc5a6b20ca0ae6c655dd81c3e8892afe9d5447644d9303d6aaf', 1795517594000);
INSERT INTO public.allowances VALUES ('\xd5af6f181e5c503169c030a04cb997ff5126ce3f1453360f9587a6349bd6d647', 1795521074000);
INSERT INTO public.allowances VALUES ('\xa55a6e87836d2cafdd3d4f70be37cbb79fa5037695d69e11f06e6654d4d1ebfa', 1795521074000);
INSERT INTO public.allowances VALUES ('\x1ac682e3128624e71ca573114954f52af4ca431d437ccd91d9e4a9e60efbcb3c', 1795534754000);
INSERT INTO public.allowances VALUES ('\x163809a00268296e1ae1a33998d8570d0a21f5c12d5121cda4f80b4203cbc8f3', 1795517474000);
INSERT INTO public.allowances VALUES ('\xe4fe09bf19c82d1b1568ffdcf024082555df6a1ba511890fe89ee6509df40774', 1795517654000);
INSERT INTO public.allowances VALUES ('\x5c8a2cfbc04f431a0681b9e84329b5b769be4f221f07e70bc7e7d07a50d06bd4', 1795517834000);
INSERT INTO public.allowances VALUES ('\x3224a62e15230a7fa1938eef57adb33ece807690bde4817e762c023415ba764f', 1795517474000);
INSERT INTO public.allowances VALUES ('\xabf5c0a39914cd1aca36e38a2035f2396814cdbc55bd455a870b9baa5cb3908f', 1795517474000);
INSERT INTO public.allowances VALUES ('\xfccd4f121fd9b814dda0cb2b1f1c1852a2be7e7eff572c7da26a181d58f5b312', 1795517535000);
INSERT INTO public.allowances VALUES ('\xc54bf98a234873c5d09cd505ffbb12ab48d2c33d5aff60999286ba7d57dc08dc', 1795517596000);
INSERT INTO public.allowances VALUES ('\x5f115b69828312a5ef1ae64bee364a8cde8d2edbc0283dc4f7bc2dd9a3ffb9ff', 1795517606000);
INSERT INTO public.allowances VALUES ('\x3a774b8ca0e4d3c7fdebce1e9ccfb197d6e91746975894e3f83b25324816bb1c', 1795517659000);
INSERT INTO public.allowances VALUES ('\xc552f9dee1e08202488accd4136c93a8275f375ea5ac497d0ff5d6fe88f5ae45', 1795517659000);
INSERT INTO public.allowances VALUES ('\x29fdc1f75ea523c055a2b0ae927cb422347fcb35395b5bb7e89007296fc3f328', 1795517719000);
INSERT INTO public.allowances VALUES ('\x8cfcf6f8fffa2d12bd48b206f905b344178a03c01dcbc77e224a0b9282ae6993', 1795521199000);
INSERT INTO public.allowances VALUES ('\x2fb514631e2b3a7a497a04d1c6547b8a867c739b06cfd078842db8f28a704bd4', 1795521199000);
INSERT INTO public.allowances VALUES ('\xdb70af768e4b0561384f7ea48ad7c763cc280026a949fe9a523af8eef9665c0d', 1795534879000);
INSERT INTO public.allowances VALUES ('\xb7e399d43e4a0990f5e6d9c7e312d83a9b1d7cbb638493f77d2391eba21885a6', 1795517660000);
INSERT INTO public.allowances VALUES ('\x1c75e8f630cd36d84f82a2a191c24de513fc94e36a9c7d1a794ec525700a2996', 1795517670000);
INSERT INTO public.allowances VALUES ('\x8a43292bde892a22d3e06250d2c30fddb365fc18f2bbc93e1f6205f7efa4893e', 1795517723000);
INSERT INTO public.allowances VALUES ('\xdd0867e004a3fdd99c505b4aa3c095e17111f7658426fc1b0e1865f2700eb624', 1795517723000);
INSERT INTO public.allowances VALUES ('\xc93c258fda23a1fd6c8204e1e00bc409693fcb55da00579996b9bbc7a758bf2d', 1795517783000);
INSERT INTO public.allowances VALUES ('\xc32b13c9287655f105c6a6954c2b9a17ece710cd246f8ce18c66230727876b94', 1795521263000);
INSERT INTO public.allowances VALUES ('\x052061c1b3183d03653ff614197424975dd64d10d8d5968e52a9c19d672b8dbd', 1795521263000);
INSERT INTO public.allowances VALUES ('\x02a4af0e21582ae3efd8a9b8f594ddfab7530ce647f4a0f6923ce55505dd5ffa', 1795534943000);


--
-- Data for Name: audit; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audit VALUES (1, 1, 1795359600, 'command_add_forms', '', 'count=3', NULL, '\xcb8c46cce996293d01503bd9ec6b27d7170025e270bbe0186c680e062466b2da');
INSERT INTO public.audit VALUES (2, 2, 1795359600, 'command_add_forms', '', 'count=1', NULL, '\xbf3a06a4ac996c897e1d22d4ee1441e4eda6998e6a1ca0c488a7d416b3176448');
INSERT INTO public.audit VALUES (3, 3, 1795359664, 'registered', '87dc1c9d18949a73a41fb9504c5ebfea', '', NULL, '\xd803d5b9ed7b466ade52e81000a31789b31a8d65f8896a44212fc10ab9192b2f');
INSERT INTO public.audit VALUES (4, 4, 1795359664, 'mail_queued', '87dc1c9d18949a73a41fb9504c5ebfea', 'mail=link', NULL, '\x1f6468464ae10cd254ca6b1b39744b559065ca19025d8f7546415f6873502fd0');
INSERT INTO public.audit VALUES (5, 5, 1795514464, 'mail_failed', '87dc1c9d18949a73a41fb9504c5ebfea', 'mail=link', NULL, '\x286cc10c66aac682c6a2d0ef6ded6719ae978623645ac14ae8ff47552c0d95db');
INSERT INTO public.audit VALUES (6, 6, 1795516264, 'command_add_forms', '', 'count=1', NULL, '\x6f5081692a2651db63e8eaf337d83e0203479fc6817ec296769ae37094cf5ba3');
INSERT INTO public.audit VALUES (7, 7, 1795516325, 'command_add_forms', '', 'count=1', NULL, '\x3da6cebb4b0e948a082b2fa48f2ed6c5d5ac09497db5851fc7731c80df86d48b');
INSERT INTO public.audit VALUES (8, 8, 1795516386, 'command_add_forms', '', 'count=1', NULL, '\x4182312524a343cdb6a6ea2f27568e897e8b0957a29ccf3a84e638a2b7f1900b');
INSERT INTO public.audit VALUES (9, 9, 1795516450, 'command_add_forms', '', 'count=1', NULL, '\x88eeaf64e6e8535f0dde0ed284edc5caf1149fb3c2fc77d1ed8784b575467591');
INSERT INTO public.audit VALUES (10, 10, 1795516514, 'registered', '9bd49da63722048e924e74d312ffd8fb', '', NULL, '\x510c49463b9f24614a513a93c41ed6daab6176fc162864dbc56fb922b0dfab34');
INSERT INTO public.audit VALUES (11, 11, 1795516514, 'mail_queued', '9bd49da63722048e924e74d312ffd8fb', 'mail=link', NULL, '\x4f7fecda3fb075d33115086b1ca4dfab9628b28062d0a26e43c94c1afe1c0532');
INSERT INTO public.audit VALUES (12, 12, 1795516514, 'mail_sent', '9bd49da63722048e924e74d312ffd8fb', 'mail=link', NULL, '\xc0beb435e7012c2702c84225d29e33489690e5ad4a6bfdd5f0b3e9310c3305e5');
INSERT INTO public.audit VALUES (13, 13, 1795516514, 'command_add_forms', '', 'count=1', NULL, '\x86ac4717cbfcacb40e63125ff3b5bd601b080edcf18eb0be5dbd84131fdb7e7d');
INSERT INTO public.audit VALUES (14, 14, 1795516578, 'registered', '98c249675ed303fde7792e184ca05f85', '', NULL, '\x0854ca4735c6680bea2d1a196f04aa525e17ad73c1e1ca5c858b205a48186d1d');
INSERT INTO public.audit VALUES (15, 15, 1795516578, 'mail_queued', '98c249675ed303fde7792e184ca05f85', 'mail=link', NULL, '\x64865e95ecbb84cbe5c26a201b67feb0744371db7425adc8e836892a840f212d');
INSERT INTO public.audit VALUES (16, 16, 1795516578, 'mail_sent', '98c249675ed303fde7792e184ca05f85', 'mail=link', NULL, '\xf4e1b7bc4f7ba4a3f3acec751d6823d2b624016d6bccb528cf465e80cfdbdc56');
INSERT INTO public.audit VALUES (17, 17, 1795516578, 'link_opened', '98c249675ed303fde7792e184ca05f85', 'needs_code=false', NULL, '\x21fbe1c8d4ae1f0a03f6397db1d129d4ae47deab0fcdbdba4ce262036f2782a2');
INSERT INTO public.audit VALUES (18, 18, 1795516578, 'command_add_forms', '', 'count=1', NULL, '\x6d491c4c7ceb5406cf120ff95145b84b49d034e0e94d343e5f57dc0b1a3ef4b8');
INSERT INTO public.audit VALUES (19, 19, 1795516642, 'registered', '5073acb6f8dea73f9a5e6e64b629e4cd', '', NULL, '\x57b19138eaa7d7b5eb45da0deb8c98b40e773bf5f61175fd8ec7eda7130d71c0');
INSERT INTO public.audit VALUES (20, 20, 1795516642, 'mail_queued', '5073acb6f8dea73f9a5e6e64b629e4cd', 'mail=link', NULL, '\xca9275f457bc3132af44d8e15778378f70dd117a695a70d4b023b7fd97c32e75');
INSERT INTO public.audit VALUES (21, 21, 1795516642, 'mail_sent', '5073acb6f8dea73f9a5e6e64b629e4cd', 'mail=link', NULL, '\x413a22bddcb33255c42f46b2f13ce3a3c2c2e39a4016e26f1f7285d9d6e02af4');
INSERT INTO public.audit VALUES (22, 22, 1795516642, 'link_opened', '5073acb6f8dea73f9a5e6e64b629e4cd', 'needs_code=false', NULL, '\x813fd0d205eefddfd76c9a7b603507b3e1520a292d119d88134ec649fff687bb');
INSERT INTO public.audit VALUES (23, 23, 1795516642, 'photo_kept', '5073acb6f8dea73f9a5e6e64b629e4cd', '', NULL, '\xb54987ca01303c7c4584949f5ece8e9d5fea6f8692ea256f7a5212c515780681');
INSERT INTO public.audit VALUES (24, 24, 1795516642, 'command_add_forms', '', 'count=1', NULL, '\x5a01ff606aade5d862dbe51965d82f7211d90d97a8506c726841c4dfc3feaf77');
INSERT INTO public.audit VALUES (25, 25, 1795516706, 'registered', '87845e9b7fa605f66b0225243dedf04e', '', NULL, '\x52801207105519dc42635a2d94c95093f2c27aa76b834c30e73282587a587275');
INSERT INTO public.audit VALUES (26, 26, 1795516706, 'mail_queued', '87845e9b7fa605f66b0225243dedf04e', 'mail=link', NULL, '\x0a015cdfb130c645e966ab5d4e90e3160d64665c220d9eb7af64b88043bcb70d');
INSERT INTO public.audit VALUES (27, 27, 1795516706, 'mail_sent', '87845e9b7fa605f66b0225243dedf04e', 'mail=link', NULL, '\x302cf6b9c6120d2055322c585ad35b152a5f33048888b53a1cf2bad191eb559f');
INSERT INTO public.audit VALUES (28, 28, 1795516706, 'link_opened', '87845e9b7fa605f66b0225243dedf04e', 'needs_code=false', NULL, '\x32b2a689f9fdeecbf8b3ffbd181079c6788aa2f73d07f57472d42aaf5c8d578a');
INSERT INTO public.audit VALUES (29, 29, 1795516706, 'photo_kept', '87845e9b7fa605f66b0225243dedf04e', '', NULL, '\xcde6095d572f7c8879a2479a3d547739a07e1d5672befec00d3f784dcc2a0516');
INSERT INTO public.audit VALUES (30, 30, 1795516706, 'command_add_forms', '', 'count=1', NULL, '\x2b6e52b8720452ba0246133f0b01e6c0b0b1f56dd6c7260d981ec3df047a1b64');
INSERT INTO public.audit VALUES (31, 31, 1795516770, 'registered', 'd36b9eacc5d5a3f97bfd46103d353250', '', NULL, '\x44107cf5bbe60fec6816a611a7825257b095c2473fd0f87ecc641b1eacd30387');
INSERT INTO public.audit VALUES (32, 32, 1795516770, 'mail_queued', 'd36b9eacc5d5a3f97bfd46103d353250', 'mail=link', NULL, '\x303b267940dd3f7e9d6aa533b61cab3eb374306903bb71f89f72493edc9dd2e9');
INSERT INTO public.audit VALUES (33, 33, 1795516770, 'mail_sent', 'd36b9eacc5d5a3f97bfd46103d353250', 'mail=link', NULL, '\xa15d3c343cbd531190d06739d21176711577ee1784afab66f5a189f41f8ba2df');
INSERT INTO public.audit VALUES (34, 34, 1795516770, 'link_opened', 'd36b9eacc5d5a3f97bfd46103d353250', 'needs_code=false', NULL, '\xf13ae2c10c298394fe9dcfbe32a97d01bec235a9be430ad93d6f94605ad057b9');
INSERT INTO public.audit VALUES (35, 35, 1795516770, 'photo_kept', 'd36b9eacc5d5a3f97bfd46103d353250', '', NULL, '\x37daf6aa3b9f801ac79931436ab08df937c6a7c7f50f7800ddcd0d4a87a24168');
INSERT INTO public.audit VALUES (36, 36, 1795516770, 'command_add_forms', '', 'count=1', NULL, '\x42a81aa1c5783dc1697ce9f5c581ff5a756399f9c6266faa4af46f2299f77c8e');
INSERT INTO public.audit VALUES (37, 37, 1795516834, 'registered', 'dd255d42afcc568527e579f6644cf84f', '', NULL, '\x78c8e0403c8093e6fc4af5f734c1ea552b3a57af404eeab6ec0d00bcf5e52b57');
INSERT INTO public.audit VALUES (38, 38, 1795516834, 'mail_queued', 'dd255d42afcc568527e579f6644cf84f', 'mail=link', NULL, '\xdee72b4250464d1229bf3a81515c95a780b67d17dc7270438f0f592b9cb1c9b8');
INSERT INTO public.audit VALUES (39, 39, 1795516834, 'mail_sent', 'dd255d42afcc568527e579f6644cf84f', 'mail=link', NULL, '\xb9f71ddc099bbd65b563ce8d62b0105a79d70942a125f84cab135545e22e8e8c');
INSERT INTO public.audit VALUES (40, 40, 1795516834, 'link_opened', 'dd255d42afcc568527e579f6644cf84f', 'needs_code=false', NULL, '\x545a6d5b4deba779aefa888b485c1202b129cc0486f78fda7af7a8a5823537eb');
INSERT INTO public.audit VALUES (41, 41, 1795516834, 'photo_kept', 'dd255d42afcc568527e579f6644cf84f', '', NULL, '\x5114674faa62b857883dc260be49c653a085b80ba2884d5880a6fe5a74af76d5');
INSERT INTO public.audit VALUES (42, 42, 1795516834, 'submitted', 'dd255d42afcc568527e579f6644cf84f', 'receipt=8FX9DDMK9MC3', NULL, '\xcbfce5bf8484406e93c7848b69e7b582e0691f45e86a4200ddd174eae8e2a073');
INSERT INTO public.audit VALUES (43, 43, 1795516834, 'mail_queued', 'dd255d42afcc568527e579f6644cf84f', 'mail=received', NULL, '\x9fbb755fe5f17123085656d79ca58142384e7c15975b2aad0eee53e2155483cf');
INSERT INTO public.audit VALUES (44, 44, 1795516834, 'mail_sent', 'dd255d42afcc568527e579f6644cf84f', 'mail=received', NULL, '\x185b273a7d200d08f4f8277fbcb8278d25290fa8f8219c145f5f784074e6a852');
INSERT INTO public.audit VALUES (45, 45, 1795516834, 'command_add_forms', '', 'count=1', NULL, '\x60b90db493067ae205795d89c74d2b260903efcb544ce3259d7be567881c3b2c');
INSERT INTO public.audit VALUES (46, 46, 1795516898, 'registered', '5d0c90f418b4778ca414dd8be29c7269', '', NULL, '\x9f7d15d125ae4d3518fade5c8fb06b43f6ba0060827e81fca61a33695f94816d');
INSERT INTO public.audit VALUES (47, 47, 1795516898, 'mail_queued', '5d0c90f418b4778ca414dd8be29c7269', 'mail=link', NULL, '\xc31b9d00253cbbb740fa69e75502608d309975ba6f4803163ce383dd5845ce6e');
INSERT INTO public.audit VALUES (48, 48, 1795516898, 'mail_sent', '5d0c90f418b4778ca414dd8be29c7269', 'mail=link', NULL, '\x61d78f123ebbdacb42b6ce6cee8c693f07cc042d3459dfced559cbe11c90111f');
INSERT INTO public.audit VALUES (49, 49, 1795516898, 'link_opened', '5d0c90f418b4778ca414dd8be29c7269', 'needs_code=false', NULL, '\x0c1db9dd71a2007678c6e49afb1ab509e1009e9b3e8d85a67a9023ef8ca7527a');
INSERT INTO public.audit VALUES (50, 50, 1795516898, 'photo_kept', '5d0c90f418b4778ca414dd8be29c7269', '', NULL, '\xb14e3268cea6587addb6f1367f7b0e40a03aecdf957d55fa120a5a3c59f6e8fe');
INSERT INTO public.audit VALUES (51, 51, 1795516898, 'photo_kept', '5d0c90f418b4778ca414dd8be29c7269', '', NULL, '\x8e4484de962e345c2cc13294bb78872f530315df65d83ee4992b35190b42ff11');
INSERT INTO public.audit VALUES (52, 52, 1795516898, 'submitted', '5d0c90f418b4778ca414dd8be29c7269', 'receipt=Y34JMC8PJX29', NULL, '\x913efb39c81d069604b7ac319f06466192f83ae6f728eb7cdd47fbae6ee0fb37');
INSERT INTO public.audit VALUES (53, 53, 1795516898, 'mail_queued', '5d0c90f418b4778ca414dd8be29c7269', 'mail=received', NULL, '\xde88f1b73f96d64a8ba96a0c8d3abdd6f94d4fff1966e568aceb22e851c70346');
INSERT INTO public.audit VALUES (54, 54, 1795516898, 'mail_sent', '5d0c90f418b4778ca414dd8be29c7269', 'mail=received', NULL, '\xe0dd1a8b77e2afb18c662c8fb599ae595203fa103aa7f03172c2169cf050468e');
INSERT INTO public.audit VALUES (55, 55, 1795516898, 'command_add_forms', '', 'count=1', NULL, '\xf8e029b1247c2da12ca7fb6b8d7407863b653e8c9f69ec4a60f6b51ad501669c');
INSERT INTO public.audit VALUES (56, 56, 1795516962, 'registered', 'dcd8c9b2c9686f81ae1b364bc2bb5913', '', NULL, '\x0d37174347c0afe2420cf9241e63386946f6fc6867fb6cccbfc1f6ee00927871');
INSERT INTO public.audit VALUES (57, 57, 1795516962, 'mail_queued', 'dcd8c9b2c9686f81ae1b364bc2bb5913', 'mail=link', NULL, '\xf45843626f9dcc26b066950214919f9e141334312e5fa874443d3edcec1dc650');
INSERT INTO public.audit VALUES (58, 58, 1795516962, 'mail_sent', 'dcd8c9b2c9686f81ae1b364bc2bb5913', 'mail=link', NULL, '\x841eb52f56e843efd1f66f81f2141b92923b9984a369ae981376b028648be34f');
INSERT INTO public.audit VALUES (59, 59, 1795516962, 'link_opened', 'dcd8c9b2c9686f81ae1b364bc2bb5913', 'needs_code=false', NULL, '\x108af1222a988f2cdd0c216b52ed77e17f7d2a73555a6d9ee66924ed413d989e');
INSERT INTO public.audit VALUES (60, 60, 1795516962, 'submitted', 'dcd8c9b2c9686f81ae1b364bc2bb5913', 'receipt=NR5TMN94PNY2', NULL, '\xbce7e92babd480a636e51e7f955c7236e1ac5f1559d83d7e84626a10ff6303fa');
INSERT INTO public.audit VALUES (61, 61, 1795516962, 'mail_queued', 'dcd8c9b2c9686f81ae1b364bc2bb5913', 'mail=received', NULL, '\xd58582b1ebd46b97d5fda81f77b783ffc1dfba69b17ddee17cf006d2e8f7f090');
INSERT INTO public.audit VALUES (62, 62, 1795516962, 'mail_sent', 'dcd8c9b2c9686f81ae1b364bc2bb5913', 'mail=received', NULL, '\xd3ade0563463127654bc77b0e243e33b725827cfef712735a92ec6b74cd6c756');
INSERT INTO public.audit VALUES (63, 63, 1795516962, 'command_add_forms', '', 'count=1', NULL, '\x2facdeb03b6d34ec66b2b99e89d377988652a461a0a6a0864e9bda8f627cf513');
INSERT INTO public.audit VALUES (64, 64, 1795517026, 'registered', 'd4e391addf0b09064dbc1eb6fc7dffdd', '', NULL, '\xa72a381820858fcb8a500c42739225114976260eaf0bd4f3af98da099b428f51');
INSERT INTO public.audit VALUES (65, 65, 1795517026, 'mail_queued', 'd4e391addf0b09064dbc1eb6fc7dffdd', 'mail=link', NULL, '\xc9b00f0beb7f4d89392c53270d5424fda1ea9e1022cd73965d970bbd15707401');
INSERT INTO public.audit VALUES (66, 66, 1795517026, 'mail_sent', 'd4e391addf0b09064dbc1eb6fc7dffdd', 'mail=link', NULL, '\x3a71102977c0141a0e4d06ec067e588e92031955f5b453e1488a08e562c79b6c');
INSERT INTO public.audit VALUES (67, 67, 1795517026, 'link_opened', 'd4e391addf0b09064dbc1eb6fc7dffdd', 'needs_code=false', NULL, '\xead2b25606f730e2a15ee512a6f016a9a52d6c485e9275f271fe5a89bd159cb3');
INSERT INTO public.audit VALUES (68, 68, 1795517026, 'photo_kept', 'd4e391addf0b09064dbc1eb6fc7dffdd', '', NULL, '\x1d225e4c08f605ec329c4b863de8251352a331528db05592793a90d9655e281b');
INSERT INTO public.audit VALUES (69, 69, 1795517026, 'submitted', 'd4e391addf0b09064dbc1eb6fc7dffdd', 'receipt=R8HRWHNKPKFW', NULL, '\xc6392082a471db8b2c2188f159a751e5037b7ab5cf8e5aba8bdd9e87c74d247c');
INSERT INTO public.audit VALUES (70, 70, 1795517026, 'mail_queued', 'd4e391addf0b09064dbc1eb6fc7dffdd', 'mail=received', NULL, '\xf1d72f27aeca90d3d486b29306f72a8c18a21b364a04a4c0c069497306c540e3');
INSERT INTO public.audit VALUES (71, 71, 1795517026, 'mail_sent', 'd4e391addf0b09064dbc1eb6fc7dffdd', 'mail=received', NULL, '\xe299d1908a7334c6b268515bdef5a60fab8dcc72068e3843754a83c448f2742e');
INSERT INTO public.audit VALUES (72, 72, 1795517026, 'command_add_forms', '', 'count=1', NULL, '\x6256fba8447e8e4a7706d2e38ff16a3ad182d93c7a16645cc4e48b42d3a2235f');
INSERT INTO public.audit VALUES (73, 73, 1795517090, 'registered', 'b51c4500f55af3a0b94c669b01e8af2e', '', NULL, '\x18ca0240834d21ed38cc12dd65e9f8df8153b279f89e6e94c077c539edee7aca');
INSERT INTO public.audit VALUES (74, 74, 1795517090, 'mail_queued', 'b51c4500f55af3a0b94c669b01e8af2e', 'mail=link', NULL, '\x7bcecc4c1274fc2fd7bdcb082f5fe9dd3d925ee456519c39460c41d725b0d945');
INSERT INTO public.audit VALUES (75, 75, 1795517090, 'mail_sent', 'b51c4500f55af3a0b94c669b01e8af2e', 'mail=link', NULL, '\x15647d1a722b58ffe5734a1c8d7d49feaad84ce356ec45ba127bee5f18b6bde6');
INSERT INTO public.audit VALUES (76, 76, 1795517090, 'link_opened', 'b51c4500f55af3a0b94c669b01e8af2e', 'needs_code=false', NULL, '\x0075da25499fd4d67635ebff8ae4ded09504f14dba6a9a8013c973e48cbc46df');
INSERT INTO public.audit VALUES (77, 77, 1795517090, 'photo_kept', 'b51c4500f55af3a0b94c669b01e8af2e', '', NULL, '\x6525f5667570bb20af8c3591f826c102fe513451c22bc754db65ece509df8cd9');
INSERT INTO public.audit VALUES (78, 78, 1795517090, 'submitted', 'b51c4500f55af3a0b94c669b01e8af2e', 'receipt=5P6V2WJ4K34M', NULL, '\xed8e0c642bd79c5efc5c9ff46e27c6e6508036de147e90cd620cbbc85a1e8c36');
INSERT INTO public.audit VALUES (79, 79, 1795517090, 'mail_queued', 'b51c4500f55af3a0b94c669b01e8af2e', 'mail=received', NULL, '\x862abd129b821737eb520ed2fb8eddf931a4c0bda3eb58abf14f16e4a34f4833');
INSERT INTO public.audit VALUES (80, 80, 1795517090, 'mail_sent', 'b51c4500f55af3a0b94c669b01e8af2e', 'mail=received', NULL, '\x33fc58b149de11a444c04fe63b183fe017db88411ff19ee0c11963446ca0928c');
INSERT INTO public.audit VALUES (81, 81, 1795517090, 'handed_over', 'b51c4500f55af3a0b94c669b01e8af2e', 'receipt=5P6V2WJ4K34M', NULL, '\xd401fd63e93d7c7dbebd3b2d430ba093f6ac633e584dbf29778a60c60006a282');
INSERT INTO public.audit VALUES (82, 82, 1795517090, 'command_add_forms', '', 'count=1', NULL, '\xdffbb2f8bad8b3e2b7c62cfa9bf4c35b4aca97153fbf2bbbdae7726cdc61b34f');
INSERT INTO public.audit VALUES (83, 83, 1795517154, 'registered', 'c622d43f18216652da17f51a408eabce', '', NULL, '\x59ba0099cfd9696092131c022d589f667a9f2cb8132ae962ab848eb51e8156e1');
INSERT INTO public.audit VALUES (84, 84, 1795517154, 'mail_queued', 'c622d43f18216652da17f51a408eabce', 'mail=link', NULL, '\x5547153131dc60969ffa4f34322287c6ffed3b3bd5a8e6d0614c7114a8aaf015');
INSERT INTO public.audit VALUES (85, 85, 1795517154, 'mail_sent', 'c622d43f18216652da17f51a408eabce', 'mail=link', NULL, '\x568ff923d62bd971e4e393d029ec2da1c67f5397ef30b86b8852d49d7c457056');
INSERT INTO public.audit VALUES (86, 86, 1795517154, 'link_opened', 'c622d43f18216652da17f51a408eabce', 'needs_code=false', NULL, '\xc28de3ee7d0c3161f5533cd8c4b9876ae4284285174549ea78303d5f2623e080');
INSERT INTO public.audit VALUES (87, 87, 1795517154, 'photo_kept', 'c622d43f18216652da17f51a408eabce', '', NULL, '\x73ffe9351760b378bb71e64c652905b040728a37d0dacb33988b214547335a51');
INSERT INTO public.audit VALUES (88, 88, 1795517154, 'photo_kept', 'c622d43f18216652da17f51a408eabce', '', NULL, '\xe5dfce0062dd8291494a9840812efbe07bf40bf08a0b91eb747288dfdf1d547f');
INSERT INTO public.audit VALUES (89, 89, 1795517154, 'command_add_forms', '', 'count=1', NULL, '\x42b44dcbec9b88ec76fd856033fc040efdb570a9666ee9fa05e4cfc6620d5f9b');
INSERT INTO public.audit VALUES (90, 90, 1795517218, 'registered', '767f150b94378d8e656ab8bba804ffb6', '', NULL, '\xb9fc1e933c3995136110d03982ee1d09f9d283b5c380de45acace4d1b0144dc6');
INSERT INTO public.audit VALUES (91, 91, 1795517218, 'mail_queued', '767f150b94378d8e656ab8bba804ffb6', 'mail=link', NULL, '\xa6ef9d90f07e7812b79f7d2e566922200797d803ee7f356e974927e62b75f87e');
INSERT INTO public.audit VALUES (92, 92, 1795517218, 'mail_sent', '767f150b94378d8e656ab8bba804ffb6', 'mail=link', NULL, '\x748eb05d1e1991dcea56758b942afa09bb398ac103e19fe9e7a1786639581e28');
INSERT INTO public.audit VALUES (93, 93, 1795517218, 'link_opened', '767f150b94378d8e656ab8bba804ffb6', 'needs_code=false', NULL, '\x058db6db7d219d4fce07c7a27957c1c434d31d6864e0eaa27fec8522a9989d17');
INSERT INTO public.audit VALUES (94, 94, 1795517218, 'command_add_forms', '', 'count=1', NULL, '\xf4bc8d33912093de09d28d53fa17b09a005bebd76fa5ef38eee7231c334847de');
INSERT INTO public.audit VALUES (95, 95, 1795517282, 'registered', '30ad4a51d1e828944dd4423b3e5e4732', '', NULL, '\xdf526fab4611ed3ec61d55032732488d5e0bb65e9ead07c93c014b39c905f501');
INSERT INTO public.audit VALUES (96, 96, 1795517282, 'mail_queued', '30ad4a51d1e828944dd4423b3e5e4732', 'mail=link', NULL, '\x0653b6b88992bb225015e5d49f45bcb92e5b10a8ff2ffd7f243c37a1673c63d0');
INSERT INTO public.audit VALUES (97, 97, 1795517282, 'mail_sent', '30ad4a51d1e828944dd4423b3e5e4732', 'mail=link', NULL, '\xf5f1ac3fe0aeaa2ad114734d8bc34524037bec9ec213a579c1ed5469fa344b11');
INSERT INTO public.audit VALUES (98, 98, 1795517282, 'link_opened', '30ad4a51d1e828944dd4423b3e5e4732', 'needs_code=false', NULL, '\x7140bb0f862d9fe0ccaebaf41a84eb26582b09a09fd1f8fc80cc3978be25bc9e');
INSERT INTO public.audit VALUES (99, 99, 1795517282, 'link_opened', '30ad4a51d1e828944dd4423b3e5e4732', 'needs_code=true', NULL, '\x827d424b35dfd66b6cc42e98c7946ef7e71db9970caa957fdd36b56e45d20119');
INSERT INTO public.audit VALUES (100, 100, 1795517282, 'mail_queued', '30ad4a51d1e828944dd4423b3e5e4732', 'mail=device_code', NULL, '\x939156da26cb7ad7e6084a0644e9c61d5eacf6e218456948b2a67393d61afebe');
INSERT INTO public.audit VALUES (101, 101, 1795517282, 'mail_sent', '30ad4a51d1e828944dd4423b3e5e4732', 'mail=device_code', NULL, '\x30755940d390ba43c626c0ecd6b944ae6f437f13158a871ddf9764f02634ca1f');
INSERT INTO public.audit VALUES (102, 102, 1795517282, 'code_wrong', '30ad4a51d1e828944dd4423b3e5e4732', '', NULL, '\xb71b8ea33cea8fb7a9c5d8569930e8de0896e0f949c97022f5358fc5767d35c6');
INSERT INTO public.audit VALUES (103, 103, 1795517282, 'photo_removed', '5d0c90f418b4778ca414dd8be29c7269', '', NULL, '\x4d808741756ded6fe2944302b551217b1a94a8088348f27f38ccbc6fa75f0c4f');
INSERT INTO public.audit VALUES (104, 104, 1795517282, 'photo_removed', 'c622d43f18216652da17f51a408eabce', '', NULL, '\x362f9c307e4124ea6ff281bd6d2615bb2ced49ca691683f1621a71ad71feb643');


--
-- Data for Name: audit_inbox; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (105, 1795517282, 'command_add_forms', '', 'count=1');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (106, 1795517346, 'registered', 'bbe70adcef904508417073d38a9c6913', '');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (107, 1795517346, 'mail_queued', 'bbe70adcef904508417073d38a9c6913', 'mail=link');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (108, 1795517346, 'mail_sent', 'bbe70adcef904508417073d38a9c6913', 'mail=link');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (109, 1795517346, 'link_opened', 'bbe70adcef904508417073d38a9c6913', 'needs_code=false');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (110, 1795517346, 'photo_kept', 'bbe70adcef904508417073d38a9c6913', '');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (111, 1795517346, 'birth_date_wrong', 'bbe70adcef904508417073d38a9c6913', '');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (112, 1795517346, 'command_add_forms', '', 'count=1');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (113, 1795517410, 'registered', '5b64e7682a33450bb10f05724c1c3ba2', '');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (114, 1795517410, 'mail_queued', '5b64e7682a33450bb10f05724c1c3ba2', 'mail=link');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (115, 1795517410, 'mail_sent', '5b64e7682a33450bb10f05724c1c3ba2', 'mail=link');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (116, 1795517410, 'link_opened', '5b64e7682a33450bb10f05724c1c3ba2', 'needs_code=false');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (117, 1795517410, 'photo_kept', '5b64e7682a33450bb10f05724c1c3ba2', '');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (118, 1795517410, 'photo_kept', '5b64e7682a33450bb10f05724c1c3ba2', '');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (119, 1795517410, 'command_add_forms', '', 'count=1');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (120, 1795517474, 'registered', '9d0766fe61711e60c23ead86d1948d93', '');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (121, 1795517474, 'mail_queued', '9d0766fe61711e60c23ead86d1948d93', 'mail=link');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (122, 1795517474, 'mail_sent', '9d0766fe61711e60c23ead86d1948d93', 'mail=link');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (123, 1795517474, 'link_opened', '9d0766fe61711e60c23ead86d1948d93', 'needs_code=false');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (124, 1795517474, 'photo_kept', '9d0766fe61711e60c23ead86d1948d93', '');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (125, 1795517474, 'submitted', '9d0766fe61711e60c23ead86d1948d93', 'receipt=WPRJY9F9KD2K');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (126, 1795517474, 'mail_queued', '9d0766fe61711e60c23ead86d1948d93', 'mail=received');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (127, 1795517474, 'command_add_forms', '', 'count=1');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (128, 1795517535, 'command_add_forms', '', 'count=1');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (129, 1795517599, 'registered', 'c2a81d34267aff449fc3e917f3ecd76a', '');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (130, 1795517599, 'mail_queued', 'c2a81d34267aff449fc3e917f3ecd76a', 'mail=link');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (131, 1795517599, 'command_add_forms', '', 'count=1');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (132, 1795517663, 'registered', '02e11e8c6c77c246e0e14ce664a8de54', '');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (133, 1795517663, 'mail_queued', '02e11e8c6c77c246e0e14ce664a8de54', 'mail=link');
INSERT INTO public.audit_inbox OVERRIDING SYSTEM VALUE VALUES (134, 1795517663, 'command_add_forms', '', 'count=1');


--
-- Data for Name: challenges; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.challenges VALUES ('233ce1a1bf6b05fc9741c71366c85dfd', '\x01cae0efeb5695fa348869b7cf351db74a945bcd4b36446bfc58b964f799d0b4e42e857e6b4b7c7e871be52abe982581a4d06251541dac5a6ea31bc3892db0388f4f599070756d76dd713a95cab9f85895c9e4dd4ac4c2a5e292072c20e4e52330d810047f11518153dd1fb3e637d7e2da4117e6cea333fd04605c377627d906d6ffef53c28f43b8f61fae8907d57db56811dadcc2f465138078aa0ee8af5db414771ff47cf43bbfd6d1281f99e438be1c9ca94758ddaf179c57b9576d5eec43611cdbd84a539b356d264e3e34286384fda6fcd0d538fc7425', 1795517323, 1, '\xee1c589e9b299dee06527edba129761cbf432d410a21ac34afc9addb231a5154', 0);
INSERT INTO public.challenges VALUES ('1e5b9b963df1d56449a5973f6540abdc', '\x01011c2214109c1ec4620522e54805faa89553346a0924c001c61be19d178e953edb4867a7f96d16912af3561ca7f34a04b32c6e4580c0ec03bcc57bdeb25f5596770d98b88c6fc4f68fd3ae82d0692935c474720e8ab473883f40834effefd73a6d581090a6121ca025556e92dd8d83ff0dd594ae5eb119845b03b66101b929d0801aaf734c95f24123ba253ba212f20be5947371655aba6c3412f6bf3e680de04d1435b10b981179c5a6ff02d75ce4f1ee7c37cca4761f3cf2fadd4f8d8ed52f5aca00a2c072f5121a7cd71bf4a0d261e167c470', 1795517387, 1, '\xd74e383fdbdfb02925e200f70b2da53723f4b679047512331d74d2d03411f936', 0);
INSERT INTO public.challenges VALUES ('622f80da7de06cd12ef100af23fa7c23', '\x01cba3e26aa01362e39cabcbce41f860b0ee5647aa9d4bac61d7064dbfdcba8c2aeab0db48d9f6657d6566fdf4e769d5a26bdfb2069642e8dba4ddb9c98e4ed917796337805a891f754e0c533a6c54c8fbd68a011f3ce569ea2784acd1703280a3b9647c5671053710d6881d203ef3ef2b24af4e9769bb82fce2dc907db338cb5f4a13f141b074d7910d8eab143abe2760e859588a4e5eda554cb29cd8160839ca1dfa587229f2aacea157dc6e0f45483fc3bcd1044d2b90374fee4c994ecb31607a0a5b66e79f964cf8f63a76dd28938419b0', 1795517451, 1, '\x9cf330c712a5ae6d181e3db8d8eff7dfc1cb992fb7fa205f51b2f053b6a6f404', 0);
INSERT INTO public.challenges VALUES ('98b85f604a1c4489561dec0c24c3265b', '\x012dd18da18d87982c68ae835f97cb4abede457e717f694c6e0a653923dcde2c128cfa9d37a00ad93286296834c450bedb2870ce72a802bfd295dd1d089d1a3f0f3646f5c1a8be0f28d1bb31a00e9ec373113ca9738181138603e6a7858debcdfcd8f8b57907b310a10aceef4eaa2d623b41730602d29cb94989e0920e6177533bedf46c121beb238f70e57cc2a99a32be9b777476342e38110be54e23d7a4767ac435843806eea957340869374f5233dc1c90834a7f98514de799b6f76b2611dbad2326f40a8dfc4cf5220677a64634b140df3f7d15', 1795517515, 1, '\xab65f4255742a88349a3eb6840ce4a62225925cf2fecf1802bbb39105796582a', 0);
INSERT INTO public.challenges VALUES ('47c559a4358562e32fd63b62970e667c', '\x01faae9bf54dc9fca27f5a7f71e8e2cc1858d0785fa1ee3e289b894bd87548a7dd03c64f61a6ad0fe53bc8406adcc92a1ed109a1e00dcb612833671aa5c5897948ae40fcbce9c29891167079ac0c936f109b04f7255cd7366501cb30c70ce1d3118db37b1e2b4eb86fff041c44f356c985d12fa88ee558774aec1248241491792bc21a211b1cc64d6f4bb16f06392c67fbd5b5b8845f960eabdd61a2c63d70913bf7f699d9e5ff3a4477fe8971415e7ee06109b0413eb5c7666d964017d19024b8b6bd742cd69c6a9a3db1f810c98847b2d6d4', 1795517579, 1, '\xad182b28d631aafe83ef94559d59dcd956f2be9f6dd8ae7dc691cae069a1d1d6', 0);
INSERT INTO public.challenges VALUES ('b935c59f89a336ab0edcb3f175eeec65', '\x012b99cc29cad1dc4ceb252b2034794eda0eaec6ebb0ca47d8d0b3cc1a0bc9ed94868f8ef19c95c12c3430991f84aac51d3e4ca5fec2ed2a0370bc522a64d6004b61dd08f7a655fb7f0209d44df955ca0768be8cbcc74828653c2d04453f023dc7fbbaa2d3891a4adb7dc4d29842e98c00840e14e476298ee53c7484aa2c886294d1bdaebea6165dd2343a9573cc41e670ab5f6d6cfb571e6bb2ce691feb9c57b94d23feed8689034d16a4aab453db65975ca00935a380382130440301ec56c25cba43f4fae1c19d0ae75da72215c27bf3046cfe', 1795517643, 1, '\x75b83a3c7cec63184acc760d3257d225893b6b9b024f105e6370047b69537559', 0);
INSERT INTO public.challenges VALUES ('977e4e7e8ff707d6932442f29880fb23', '\x016b63237410aede98392d703d43b5dd166f04141dc22cf654989707e9180c764df128f384ab7b2c4d0896b89a4ef6bd32d140a60b4bded491c76a312994683b2ed4fe20ff73f95919d762df7f3e2442c1207bac77a8735bb5184c58595755375c3837c2b66592316fe35054581262df883a1d20910b6412118d7af1271d7ac6e9c09eea4adad50888fdd711bdae8bf6dd636e9e4ae9b45087ad797360e5150b657179916c6a8c232db5d5ef00e2140dee0b8a12ae6a381abf2afab24ea0fb4a22e0e98cbef6ed38bccabbf96e12f4a9373a37395f3e7030', 1795517707, 1, '\x0782857f38509a5c60fcb2deaabc0d6c16f37a56df370e696ee1bf66fcb0efa8', 0);
INSERT INTO public.challenges VALUES ('09bad0fcfb9ce1bbaa791dc7402a0edb', '\x011830cce80b84e21b748e0995d3efb8bc02fd7df913bbf09825a55bf47dfff6c29c30b7ec59054daddd9ac0f299d2b8767431147bb3530da53f0e082eaab478b3150f6b42fb83a69c27b7a76c5dc49ba5354a43b2e96d858f06ec7a07b0d90891568c0bbe12a8d9391528f98e5a2039ad21037c43dcc0db690c35088fe8bd6f5838a1b075aabc450d6fd0128a08a0738f26bec8dcee799b3bc9aa953d6a0b9bc85df93261eab30d25a2718952808bfb256e9d19b6f1c30764630b8a538c14035ba42e8dfcda26517c94e24a59be9f922e8eed9bfaf6', 1795517771, 1, '\xf63b282a49834b74acdf97c6ccd7d04b07eabf85c3851d82f1a951c439dfea2d', 0);
INSERT INTO public.challenges VALUES ('83b75ba20d05af533fba2c6cfd05948e', '\x01ff9a83f689178b37b02e4cf197af11bff2f80796573f16e6d4c83d2407fe3feb63b1f77691f06c97a6e9247d0bc6b645eb26cd86c91694833bbe23b599bef4a251fd057c592f4429a730100c96d35c2b260abd9bf953c8fe7da5a0d149b9d4aaa9257a1e4568cb689ae4b0863a4f18fdc8b209d583546342b15a22d04d358484471bcaee7ef621272312c7f5a2788a080960c0120d58f31535c3d612e50e0fc12867784736e5c5f0c299fe031bc97a40778c4340f2708305cbcfe654fca10469f61a9f1d0e2dce590bda4fdbfadf7990f9b854', 1795517896, 1, '\xac1cf8e8f97be519dbc789ee860dc1ed00ff438286a50762ea06d68068f0e24e', 0);
INSERT INTO public.challenges VALUES ('817a04d78fe3a522062b3561a2037e76', '\x01812fb3938c226e65c9c5fd91339e8f119b75b953f8f22105e4cf5d7a647884409b5ce64e0a5957cfd3dc5f6df7e90431820f7d9887d1e570ee57571fbb98c2e289fc2fd4b85e268d5386db0ef154a5fac7f6346a19aa715c92e1e8002642a5186c2ac348f37bce45b0bebf90fe1fa362291bcd3d99204ca13b11beed4b854010ddc717f926cbac11f8eee0554bc84d4a538eaf26b1da9918b0ce3cfeda75bfcc53ec960fd57564b92087ffc7cdcbbe7eb94a0142e51922ff68154622068c5e8881278f2f2c26b6ef2e792edd4d44400e950326', 1795517960, 1, '\xe97a0930625343ad6e0d1d786e68d99119b3f0a746cbc20b069595a0a859ed94', 0);


--
-- Data for Name: codes; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.codes VALUES ('\xa1773c3e987e4ddceb1c09b0765c011546e6843e570140c2e404085427093d7e', '30ad4a51d1e828944dd4423b3e5e4732', '\x8b1206df81b7617df4383e84f775e180ff080429db3d0aa75edbabe65ae6caa1', 1795517882, 1, '8d4d9252003c7ae3fe124d5609264f8a', 1795517282);


--
-- Data for Name: devices; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.devices VALUES ('\x7f1f25b2e48b2416a9f589b74f3c1ea5ef33bf051aefe09c157b87e2719ad144', '87dc1c9d18949a73a41fb9504c5ebfea');
INSERT INTO public.devices VALUES ('\xc7622cd67e6c9618726c6de627c5fb2e319b198204567f3338491c2860cffb48', '9bd49da63722048e924e74d312ffd8fb');
INSERT INTO public.devices VALUES ('\xe9056943b5e88df175230be1732d34efbb68aea6dcafc1762918ec4bff911538', '98c249675ed303fde7792e184ca05f85');
INSERT INTO public.devices VALUES ('\xa95bec950fc5f78f164a6986d289793614520597c37401379c5d1a43fe1c1283', '5073acb6f8dea73f9a5e6e64b629e4cd');
INSERT INTO public.devices VALUES ('\xdbc7c6bb5c539fc5f8ca02a02792d30094d75460b6c3740252609e8b9f6ca131', '87845e9b7fa605f66b0225243dedf04e');
INSERT INTO public.devices VALUES ('\x280c33a789f0c6044a478ce81a0403df7e1163752c8a402ab9f7146689ccd68e', 'd36b9eacc5d5a3f97bfd46103d353250');
INSERT INTO public.devices VALUES ('\x9b3e7b1a3e393864b3e226b36650efa2ce802564eb2a3ab81337c8dd0c674378', 'dd255d42afcc568527e579f6644cf84f');
INSERT INTO public.devices VALUES ('\xa8116c20ae72720214183039ca43ff91f1494373e4fda7ebae481d09d3bcb036', '5d0c90f418b4778ca414dd8be29c7269');
INSERT INTO public.devices VALUES ('\xa849377284950acc942f56e865400a168de4700ece0ae3bdd3b576c8be72ddae', 'dcd8c9b2c9686f81ae1b364bc2bb5913');
INSERT INTO public.devices VALUES ('\xa516ce373ff110cea4419c15eae772b39da3ccb93fee99f654b49b0e96da13bf', 'd4e391addf0b09064dbc1eb6fc7dffdd');
INSERT INTO public.devices VALUES ('\x18c88477e58ccb7183cdfa93f5289bcc7775c94c5525183680f069ceceda1848', 'b51c4500f55af3a0b94c669b01e8af2e');
INSERT INTO public.devices VALUES ('\x86b004279fec467589f3d4abc87d2b949345d63abb2f951bd5174e39fa672e55', 'c622d43f18216652da17f51a408eabce');
INSERT INTO public.devices VALUES ('\xe14201e61156cbdf2564eaa6f54ba54bf684346c52bff335312ef2f1108a3429', '767f150b94378d8e656ab8bba804ffb6');
INSERT INTO public.devices VALUES ('\x5fbc9beab1e5f6e29487f67ccbcdabe88b6958b977a7dfa944a42280e3bedeb3', '30ad4a51d1e828944dd4423b3e5e4732');
INSERT INTO public.devices VALUES ('\x61814fa08d529e6d292a955fdbd5b1bf7f8094c1dee84ab2dde90da70dc83e17', 'bbe70adcef904508417073d38a9c6913');
INSERT INTO public.devices VALUES ('\xd72bccf38312ba80b18753037bcf5bc9a34690110f0b12cbe31d2c9a98a892a2', '5b64e7682a33450bb10f05724c1c3ba2');
INSERT INTO public.devices VALUES ('\xa5a07a693d24d0061571cf553548223e0bae4c1ff6fb58c4edd08aa64bc773fb', '9d0766fe61711e60c23ead86d1948d93');
INSERT INTO public.devices VALUES ('\x613dd8fecee3fd313231175bcec33d8d818ad3ffa03b7689e34a9de084cdda94', 'c2a81d34267aff449fc3e917f3ecd76a');
INSERT INTO public.devices VALUES ('\xc0b7dbfcd7a2e38677ab399c72cf02482691d90762aba42c50e53522427fc75b', '02e11e8c6c77c246e0e14ce664a8de54');


--
-- Data for Name: forms; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\xef8b1191ba61301345c424c2dcadea25ea0c69031994519f2d2fde55583ebf44', '\x01128ab6da37483430633aac7fdf7e0d65e76e60e8d652f2171495e2391a003bc492fcd29a3c69f56643fe42050daddc93f38bff569c6df1dbc09e0bf7a25ee902a0693d2537d80e3ded02efccc3c311974945ec393629b0fff30ff0d98bdbe35cc925', 1795359600, 1, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\xeb07fb03c56047cd7ececb4d29ead0f02dc907155ac9324250cba7044487575a', '\x018a44da0328015b7a09223a4dec18dcaec013fb5f1b86b1bfc2ca63d57b76f19b57a28da2213b97a6bd31b65fa06821dc6d8961afbae7b5bf4a0da3a2cfbb1812e0871d79811fd1b43b27fbc7020789e2b55e45aa06268cb221641025de307dd53313', 1795359600, 2, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\x9e658c34e5c2c05eddc46b91ec8559c438598c8914fe447acded380fc7c1ab05', '\x012621eb24b01a289e9f6dd8bfdae613bc8f3f799b82b3e75a7dda80aacb26fdd8cf5949eea428ec7fffa274a8171dda44d16da37cebe41a3e26fab1367520905bda8b6b6831ca6dec379b81a57a442df9dda1ad93eaa3bb71ef3c9d57bd28ea80407a', 1795359600, 3, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\x20366eae995fa0a7342b27dd5964179f6ad6a9cdc5955c83d2924d8695cfcea4', '\x01ccbce0bde37d9d31aad45c202d2b3f4a2370aed4583007d22efef74a253a1e5190c22f83b29042e1c82779b463059c2167bc3687418f4cfe74b1e4f0e2d138e87b63caf816717038f784a22e9a27246f552ad9a7cc5a2295995e24ae51609336f7e5', 1795359600, 4, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\x14e031b158650e7c60e801f02ea89fb1031fb1b6d7182b836dcc356442a4a0da', '\x01c58deaf7c797f287b619613371e3a34703dbdf5c9112e2c9623a45dbe913fab4a90a854cced1df8137460bb340a1ad39a8e178902695c1077aee8f6970be4b0af71e67b1772860eb6d35b8117227dff941b6aea4d3ede9f0ea89e5bed534be4f37f9', 1795516264, 5, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\x762967633d97dda72d5b0d3d292a8374937caa9abaaeaabd4fc3db57da0bcbba', '\x013176262a852ed1c63cb2a0a8d6ce692fb90daed99d295bbb828182b08439e065f965129636bb82ec001abf722e6f36f0e60807833995120aa6c006d4de2199f5c0918262364aa6d47ca29695e892815d3a948630c0d2bb00257c86535f5a8bfb54d1', 1795516325, 6, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\xf4d81cb827dc0d8b2f1fa51ce7061fea244aa1d4de8a37186c0df7ed85fbc340', '\x01e9ae4ca014774a8b9a454c1d2cb58c0026136bd946980d5a07c522044613081cfec9ce54a4e86d1a22def39fb8dfb2a0149c0371d0c825396e532b0d911e2f6ce4f6a752cabffbbf9943079a3f82d71d7e8eeb86456ae5b7782fd5b08008019aa97b', 1795516386, 7, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\x46f2daf095d866ddf7e42dcc76c856decf10bced9c3aaff1d93bee1e9cb6af56', '\x019afcf6f0005bb41717354c25ae6c608044025d50aea777962751a2d94298f428e1a59c9b4461358debaf55c652bfce504a5dd8f1e3d10ce716f1d4c6ee853706b5de0b712537bc925de834a4511bc024756e07478dc3a10835d087542f03c092d851', 1795516450, 8, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\xd3ad423f97729cf37ee45ca31acac5e9a5d64cb73933a2396cedb2adbe2977a3', '\x01de4ba08d8cbf7fc57d873dd9567f09b58c6eb19793eb86bde9f4f7d715df8272af554ebee051f8d14a0e446fbf260ef6d03a3e8376f94d4e5f161a6c239c2a4e477f4cae453fad79ccde8bff00342deddf09ecfb0a0706762d4d088bd427752f2f47', 1795516514, 9, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\x0fb2fc6b73a88e43c7f506bdfc71b59a075890a893f964665ef4fb386d9f4d0c', '\x014685cd84beaa70dcdf05229c3bd877f698841c9f1a43675d5834017c53d349da2afeb44f496295df53930e97cfe40a9104a402092e239c0be426d31f78372152beac5e75d53e5b5581b56e317c8b3762580d41c63c562f4f32878f14810671925157', 1795516578, 10, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\x1a4f1c129753fdc8d5a3321fed3c334e091e352490ddc145899be52aa1426526', '\x0109a4da0df9d83470207fe402a91d507dc72c84e4b2cc0ac3e3c9aa1431acb4339ffdb67a3f309aa94b41c848a65456c36dcd1bba293e700f5f62efd105cc7fbb4f413cf75253d3a48d011e1448d8a2d1c259fd9c41dcd325a2a5d2ff85a2960e29e7', 1795516642, 11, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\x0455dabf5f5c6744b503b2abd00480b6c39a516caf0569f2d2b2432374334a4f', '\x0137388096978b364f1314e1b5129cd816c49e10edfd5d7be096df8c3a1e60b4a72cca63b2efa7b0b5253e67aefe2bb40fa2c69f17cf9dc9fd1938e79d557c27377b86353bfd9f785d320c8843cd4acf4415c23f3f446ca1b1a4c86ee61df0e3335d94', 1795516706, 12, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\x483067d24ddd0e3995650728fc1ecf0447b54e6ae9199e2e9099fa5484124088', '\x01cf055120e7bfba88370ab959ec8ef2033f14cb4c081dfcb16fff2d8841a2762c35bde798163abeb4cd7661186be3f4cd06a5d65dea514d81b1269fa677a5134a01a51f83ca288823359f129022ce31d42c45ee87d58592c79deb4c8241e1d57d38cf', 1795516770, 13, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\x52cf81b9fe0783f14372a21436f8d1ccdd13a925f53b511d7a8a3d56d331b0b0', '\x01a56a86cb286c5e5fc3712e1c466062339a6dcb40ce591908f17dc86aebbfd9539541a25aa104684b31257d5de512a565372857583d62f7a18bf081a7c0763fa07917da61972017d17bedc3509917897f47018c184f97c2f3a7679943be0f0136c251', 1795516834, 14, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\x788b3a57a4598865696d25d2f18a022fe1ed00d58f85d4d7521751d7a2dede39', '\x0113c47942f5d602459c8ec841255b525001b83e843684ba4214bf1db36e4c735e0a1d1febe79cba06215e72c6cfeb5de3721539b08049c3ecbfb661011fc5fe0adf42ea2594b2b7bd48e481d85256a9bd05eebe56532564b07ad784cae7bdbe7516b2', 1795516898, 15, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\x9c190b8a54d4d3921b750004b41def09f1a9cc413c21d7eeb0bce0a22a15a2ac', '\x0141bb2473e05fe1310d403cdbcca020c98343927d50850108e72b4ec8aa300c0862cdb62a07d165314089289a04067624bbf73ab62d317d0cad4b7f481ad2e693d6c93cac5d6501e18548f18a1c6aa482d84e998d2bc73a4f29643d347c4e2ccaa17d', 1795516962, 16, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\x521bb7087f21c8f5f7c5ec3897c0e5ec55c5b4b8ff0342692740f589084b085a', '\x015267ae7c66b20f56862da1618d62f5fa0a7621984b5034c306efda12dd4960b8dcd7083073e6323722fcde79b58c3be8439e289b3a6c3204ceda1d36f7a9f24725cff05133bfc4e4edf4291deb27427f1015d492ba793eba5c0af6e21cce7b87306e', 1795517026, 17, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\xd0df0c09c05af72a60c843aa863efd2a448e406730dd1edc368dd57fcbdd7696', '\x01a6d73f8a16e4f786a17fa7f202d4cefc4c00fa3bdd4e0ee7818c8c09ac3fdff7f4e25361333f74418fdcfbb8f714e65f4ba3c119e048e439a4bd8d8b008b84170ba8d12e9080b05ffdaeedb0df71be520fb6c87fe94c1d26832d4f16bd91eb8b1cc2', 1795517090, 18, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\xc91b48c1834b31e97aa5c8db854d3bbb6ecfe1d41df69e3701162b00410bffe0', '\x011ed882f8bb9c39993cdfca4a85059493af104b963396fad5e5c6075acfb279ca5f0be9d153e51a83049926000a14e7b15b556065ae962805841409b16f0ca89d581efc05b993e94c64bc2d2d63fd9b8adf1b5a4c3c2b4d7944072a63c6a71e868162', 1795517154, 19, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\xa76f5ab7761842c161473271d9a08544275d6a2a5701e6de570f5f6065c4ca3f', '\x01c93b274369baae64a84ef14fe0b1711a3a17d0fc776a0c285fce83210b2b67d06ed7078b8cf9c37074656162cea6d5207dad255288aa39242bcfc9d00ef9c5d2fe61ae48d63431511411a180b473f3077fe63138424e78b1df9fdaa823721828da6b', 1795517218, 20, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\xb47e87a7c4232755284d21b384cc6d1d5c4540ece0ffb515a843f148a2cc6f17', '\x01b3c7b88e5eabd84b1acde855c70f0d0f1e3b85968f7ac02283f8b36ac2b6c10ba43eb6879445bdacdcb7450653f1377c1da2756b11359858a1b7c07a2211f56b88aa2a84ec4f8488da7cd7216922f713594c616e08517b69a9b02cf759fa9802e0c2', 1795517282, 21, 1);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\xef53c8d763d567fcbd517a8e1bd6f31a6bfc3a3723062e9cb6ff092c50778851', '\x01e040d45c6cce0c478a6e6563c4830b05d81c305f0c25924156e784ffa734b9cf7de49e5b6638430d20f979e08fec67a43f6da9eb6e441b1b77077f9570739e7ff7536e5abb641b87004d8c60728d02919dc22c3b05605b8fa8403e06aa5dbc76f629', 1795517346, 22, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\x47f2959a4102091938185ff47bb1dd3e9d5669c2eeff0ee0a93961a5011e911d', '\x01b1bc6bdc2bb10622cfda3308c10d0f720869ba6b55a8f18fecd6df18b1c17dff87a7dbc70fe10c850e67209db165f410d5d84c3d48537c62d533f9459d263c8464b1548e83eee195d527d8f00be64a75e41d14e955a87d5dabfc0e465a0fc8c39b9a', 1795517410, 23, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\x0841123595b7b8ee57df5711914f7713d1871df73077ae66963ad5c4370090d2', '\x0145ba4d6fc29d07104f1c0a221b6b275e6d1c79a6967373b606f2e4653a13e050a869a6301807ff475f422261b3dd8cbb5c49d4e0dd88c918a54d1e3b63c0700387b77245986923f727d2659e6ab23ed4ccc744a2fb13b327972f8c4f4df0e68696d4', 1795517474, 24, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\xbcba30438ff058be0438782d63e557fd0bf147519915cdc05c61675c591f3e45', '\x01d31f88ecc0327d9460217853e9a03f4c33c8c62b14c19caf17cd20a2b25ed7ef8f13d076cc1a359ad9af2d5ffa2e806b78c93b54fe5726267da7123c95d7a20ab3178f359a9d220713e90cff07b49cf9fdfbacd4a45459fe2266507c5531c1356110', 1795517535, 25, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\x6b6a0276f1da5b0b7187832b22baad44d28f5c35430cd27537b5fa6989d0cc6d', '\x0109bf5452b5c88a62d28715cf2a0cea966cb2776ad3d9fd342a6884ad876b40fc24d0ce92865234f74f36462aa4b6f9ab64f95a0b693eeb5d15572474a4f4c27f7fc8ad9b4f764f32bb4f4ffe621c7ee45b381e20562ff863ba9673f8cf453aec9584', 1795517599, 26, 0);
INSERT INTO public.forms OVERRIDING SYSTEM VALUE VALUES ('\x4f94b3e1a168e5a3ab7251d1842805a310bebf5c7f1f980ae502a50b761aa878', '\x017e2b4b0d70444c92ffdcfc9c8af5f052cf1b8fd3ad27424fea402670980ea02e2f72d42757053ce21a5d0172d7ce3a3b1679d4032fce77c69808bd46f30bfdbeea5c060d26c24e9b6262ab92a29158771b2c70a30f4c952be7c25fac301b69bf05a3', 1795517663, 27, 0);


--
-- Data for Name: journeys; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.journeys VALUES ('87dc1c9d18949a73a41fb9504c5ebfea', 1, 'registered', '\x20366eae995fa0a7342b27dd5964179f6ad6a9cdc5955c83d2924d8695cfcea4', '\x01c905134ee4cae77520285d2875cc7ecc26e5f98bc3a086bbd9b9e73d2441404c6a7ffd03b79755366be9dcedbe7b66a236cf6a9e82a8eda83eb062c55662b15fcba39972430f0555', '\x01ef9a4ffda75ad92e98613a931247abb68079bdd384d4cc2804c8137faf1871d97a026f44a7cde3f491b8828c2c555b1aa209f685a0b607b14a53907076d08d292e0424ef66d1351d7db6e910c2b62dd117e1c2eae04cde1c561c1ccf5fc037b7e2851066dd76bf59bed68e770fc1a1c7bc161f65e95a5f7768f11d25b69456d6a934356d2a2ac61fdf407e8f85729255f240e326e755453abb49c9b04b3a9a674df22231550f4087f65dd7530f433e6cc674b66a0845057c3523fff480bb7fdd72ba6547697d45f457a126fdab943bb2bc01b47a4dd5e423062a3194b30bb4b44ecb2fa7b5bac460e098647e817032afd1b5587297ad4800e4d64e', NULL, NULL, 1795359664, 1795359664, NULL);
INSERT INTO public.journeys VALUES ('9bd49da63722048e924e74d312ffd8fb', 1, 'registered', '\x46f2daf095d866ddf7e42dcc76c856decf10bced9c3aaff1d93bee1e9cb6af56', '\x01721dda80380ef37dbb0b65d9cf65e6301958dbcd3c7d39814c86b71dcb95a9343b4cb96eff122b45e2cc60c6e484e17de8597e9101da039cc194451c4843ff86c9e17ac4d11afb70', '\x01c0aabdf22602a34b1122fbc587c096a256be6079df0bbebb3772c74ca78ef932caa9da0f8bc77092530a834a12024e86edd2df3be8140241b156ffbcee81b0041eefcca4c5e5f7f2512739fddfa316a6d1691f04c7fa8900f3991674cc278fcb03d67e5d600ee6b9faf54ecaa65efeb3e93b047c633e832219df3c7f59e3edf8430987bff109fa8feeaba65dc276053b6bbf0afc31bd735cf601eec067da3bb5e81df3f9c43a2506304fafe42bac31c6559ff5c7dbec623c79366e13dcc27a17b3ae8f6c35b1d33329e39d42445c3959a4abff4c11cf135d8fbeec8f1d91bcf465074b6e98f8dbfd3d403d833abadbccb1d74b97c3468fac36fe', NULL, NULL, 1795516514, 1795516514, NULL);
INSERT INTO public.journeys VALUES ('98c249675ed303fde7792e184ca05f85', 2, 'opened', '\xd3ad423f97729cf37ee45ca31acac5e9a5d64cb73933a2396cedb2adbe2977a3', '\x01ebf557f60f12c98ae80582c999f15ec10465d360c6e83c2aee60cdb1d051e5ff3439178d39b7f581437c4cb7747bd51b59228ced7c6a3512c91ce393014451efe6ab1a752ab9546e', '\x01c17cf0659c0ae6d2c7cb05b3547131d654ab36b303593a41417e17f9d26e34ccb0d8281527c403fb084013a60394eeeca10224415fc6c6f322c329b374849971519f665e7ea71c7fbe4ab1df86217cc98ad86d8e79cb2f04dce1b44f7ef10e4c0c45a548d38202d0e82d3a901865b403be0895d9f8aa4457ab14ba2a1823b3a6814bfe298b6ae3789cca15f8ee25679909d1b958a470c6f3157385ccbee694b59e31a4d4423a73117b0ded8c8b950891ccde20c5236b1ee331818c2f90055f2fce91abad28bf76a5714dd9f3b97d37e04258aae16490a94b2876795a7e8143b61ffff8642333c5f5ed266b13758693f4377e4f4fbbeb1b8fc1f6839e049a0ce1ae4127aeb456d81ee2dde22ad6405f52025acb8be046', NULL, NULL, 1795516578, 1795516578, NULL);
INSERT INTO public.journeys VALUES ('5073acb6f8dea73f9a5e6e64b629e4cd', 3, 'pictured', '\x0fb2fc6b73a88e43c7f506bdfc71b59a075890a893f964665ef4fb386d9f4d0c', '\x01f3252d7a8a05a1ca8b3d0c7f7ad58ecf153b11f314aac15b01914db7fefb81ee8f59e9f5fe750b4ac486221c2acadfd53b6301c0e501c6550684e72f6e2d18e9e4dcbbd485acae92', '\x015634421740f028b8730090f6411816cd1936f378ff8ff139f0271bb8f554f268e5f28c7a317ec0ffb4d851f0f7ae3c7f478bdb82f25b0f0df9574c2a3f7d3870c13ae10b7d416feef679e0c803d3b0ff1e0dd302c14bab5740c2ddcf929735aa030e32851b0733aee99f98a63ed846289b86e10fae65ce2149a0845aa535c776efa38d9b30c9d44212d9116a842c47b0ee30cb02c6736ae008a531238eda245cbc6dd08082ea92d17216764a739786c7bc518eaff456a40fd13b883a7e0dc0bd6a738290890829a52766e15d30060c5a500de08e4c9cc7910342fede01324aa43223052380b2b70ef9f2be86cd9bcf0d3b3883157bde1539f2e20da66bb4104380fcd5fdf8c3e267ae3449a8cf67eeb43b3072fdddafc1abc811478b11804abda99084378ac92d434519445b6941cb9ebff61953374a267aa5bbaa762a3092ebd2ef5ca266f6a7598c61b87653f6796a1e457861ddc46bd4e4425fcd34e4b784ed4d6dd7f241bfbed1d8faf5971838070ddb1a8c2eee380a2d5d27fdb6bc2b65f7decc2023dd0d8608f55855081d172c030e250a918068b0bec2a654caa6ac115d8fd58bbde4039092975de92734367b7a32b1ec5cd8d0c72354d3b8110fe954dc6c97fbf436ae8721c72502fb5980ece150f045c2feddca08ee', '5073acb6f8dea73f9a5e6e64b629e4cd/e6270d7900852c495f17fdfd8a51fa14.jpg.sealed', NULL, 1795516642, 1795516642, NULL);
INSERT INTO public.journeys VALUES ('87845e9b7fa605f66b0225243dedf04e', 4, 'photographed', '\x1a4f1c129753fdc8d5a3321fed3c334e091e352490ddc145899be52aa1426526', '\x01d302af0344f149d91935343104ae491ca55f9990d796f46ca7e452121bc163892d2b918ca724d217618faad641a3b890b378032f48546e5185cd55b39bdcbfeefa0a67d38d92139a', '\x01ca7a67790955dba313c3ca214806739b3d1c6fde306c687a20f17af79502995225f4900799673ed2c36a245246b342e12ea46bb0737929511bc333f238582ccb2564f5fded7696514188471064c810fe811180876662c7d5a5e1f0e48d2df25a5c92febe3e577eb8a2598b11172c8b067944b7db30defef6948097dacc55fd46a75f83bb8e7f5b905a249a027b49fefb9411b743134b32f884406337e7c8d977a00bc5004a671606b0c171231d669e14d3bd936f8805b9f8ad8ac88626e553c931e6a53d24632e191954a3b3ab6ca5b75d0d782cc938513cb4f7830e503732b221706b8ba05da4fec6d8aaf8d19f6615d1fe81393fbab8e01892ce078fcfef7a5ffc8b21067e79606c6aabc198032301b57c02f88e658ec5d6140feb38e4abe63a6d401bf47da41bd05963460e70619d9d4471775ad2fbbf6bdda20b69cf187d72c550331b0455d818aa42cb69ac2c20e01bf6810ddcea8a831317bf2d6ced61e107b522f821f2425121e0c68116f352517b536745ef868515ec21c78afa0fedf9591b723c96e000c9cd1744a59210fca746e2b93b5a3a4b0b2ee4bd7e518a7dd0d92bf66b2a3791c33f196cf0094be07d7923aef9116a59e897c8b4678163c09a67165e8172842674717073961352c4dc9c03b6b518fd2d5bbd58', '87845e9b7fa605f66b0225243dedf04e/8f33e586a935c591e237b02c5f741279.jpg.sealed', NULL, 1795516706, 1795516706, NULL);
INSERT INTO public.journeys VALUES ('d36b9eacc5d5a3f97bfd46103d353250', 5, 'described', '\x0455dabf5f5c6744b503b2abd00480b6c39a516caf0569f2d2b2432374334a4f', '\x0194952766e885384137dc1308cfb1c025407cc47813fd9e1a1dfb02f54a60d9a53d6bd52ea64ab283952470c26dc59200dbd27c6a7754436520c3168941dadfc7327e60c3159be1bb', '\x019f65644f536d6842690c7d1d1ef31f3f4126b6a4460e3f8915f01ed9823b3306d09b266f759aa32435126af08284f6850267ecad4fff9631c2c0c0d52ec2171173688d92c9ca86e1290f7122165de42c9e1e0e72deb60323c50665784d196b7166c0fe800f7b68541d500b54eac55c71a77cb8c66901f52dc09f48f92dca6b332aa34cea5a90368c8db1ee7fe08be8ef32bd8cdcf303080feb19477c6ff85f39068d744505af5b8689e73c2009f858de27cb3008846bbbf010668cb0091d74e6cfaf2139915b7d22ddd255200ad154514ece2a198ff992f41a855781c117f9c495d4572933ad3392c5ff4dff5dae1e5c028fb853998f7f1e17b468e4f7c2dbc2571a9aa3e7aed4dd36eb916ed36f13bf5fdb69eb1ec4bb0791ed1c83bd9675aad32e729b8833e808b7250f658c6789428acd18f6fc698a917e309c39a17f49550ebe88fc787117cb13a6924c275349dff88c6cf13826b8346863b2da371d1461a981ca1bb838a05077aa1a821dcf05d681fdc838f1134165c990d47ed4c0cff30d59fec847db5c1c3c574aae0b7496adc51c7e5b2a98b7bdf8e713c11063f7dec9c1e5d018088bf42ea04eb006e10d6e170b425e35e86350f2dc6ec4443bb2e3bfd441d70066004360d2ec4f70f01c87d625e42968905c5485990e5c3c32dc8d692bd0f60133c70e0d011b19e8982216d415fabc8ae6c3ed069d44f213478e4bee9ba79ee84bf99450344b72e80fafa311ee064e778569b5420a4c85418941703b1b2ba4d32ddfe92edd47dcf9dcbe0f8f5bf904da53f0c45e8940ba9c79219ac8f8cbb70a5353895fa39a8a222f2b92ce0083258da0755168', 'd36b9eacc5d5a3f97bfd46103d353250/934acde9627efa56d292852936dde7e8.jpg.sealed', NULL, 1795516770, 1795516770, NULL);
INSERT INTO public.journeys VALUES ('dd255d42afcc568527e579f6644cf84f', 6, 'submitted', '\x483067d24ddd0e3995650728fc1ecf0447b54e6ae9199e2e9099fa5484124088', '\x01f42085b56678c23910ec4f2fbf0da5fa14fb4c3b665260377003d8c66bf207677055210b1a322747cf4b35331165860d1ad4f8c5aa568b56891080c71d27ace674c6272f8f0a63c2', '\x012c6c303a89df15a177b60904fddc2fa4c4b87c3244589c2fcbdc12bdab5681b342cfdf89f99c6ec8ae89a155c06ae05498d9be55920e23c157fec3410bb22d877bb67f9225ece14198cbd078a7df375da8a9336a598c3bf5d0daa17328df8fefd38cc3cc021360e6745de1332380dace7c6ab9a677fa7dc6cd198d9e985112f64e176ca90d44c7525bc267f815a623ca4460e0818f7788cbb9854de782c8906773930eb6ca41073bb92b8f7070c8a74e25c5e40cb16045bf024504cacaf57314a0c960258490e6556e61770311ac2083bac62b7def4fb3ca743e34e096665d4399393d7b4e46ad2528ddf2dc7a05b8f81dd4a381ceec81a26872c7806a76868ef1c3954f2386dbb84f8f560d04f740ce3e3cafc79b986c105a56e32dd1aedc9e00646c39cf0214be7a0d9673dfb896e72c56d8f2d72eb41f192f238573e91840cc686dc7edfc25c98c0573a6028949d498d8e4640eeb0ae4ecee45f1fb3055793270ad954c2f77202e76f16725f1a3e5cd5f111c6c8cd09052193928baa62ae328b3977a39bd2537e1394074c46f94b7a299d374dd25b399502a64e568fdaa4c832ca910a721c05211ec6e60bfa03ff01b402cc1e0b5056a847d7c9b47425c6965ca39c3389a5aa954210703b62544b332dc697856c8e4123f70dccf372d15efdad9306a0e360824d4f1dc0a4d04150c497943ef413cab805c3ccebf46e3ed61d1230b5c40ce1ff68eadcc6a95caddb0013c4a3940280260c9757a0bdf34b8e19c48a8b7b085cc7181738001c148ffcd0517be4011a1b367f03e812afbd9cd74ef2d305b3d865eebac1e9ce946774c368368f2708098fb58728e324843f26b769d729827592d3b4458d69403ff078924d4c641b00c9dee009dd27872d92238d696b3', 'dd255d42afcc568527e579f6644cf84f/72526c204be2b3ca778a776964e8e93c.jpg.sealed', '8FX9DDMK9MC3', 1795516834, 1795516834, NULL);
INSERT INTO public.journeys VALUES ('5d0c90f418b4778ca414dd8be29c7269', 7, 'submitted', '\x52cf81b9fe0783f14372a21436f8d1ccdd13a925f53b511d7a8a3d56d331b0b0', '\x01c92fd2320eafed9f516e1973c52da0437ad6e6464e7680b9586c5c5be9e292051dfbb2df9a0446b0b0b1fbd9cfa45ba3437a9d0ffbf3dce48b78e71a0be6ef87ebd96659fc7a156a', '\x01fe65f080526b5df189f6ff009013aae4a19b07224e9de3f2988b4181937d831b0cc7f0251acd454ee9048bc49a94efe42c3c5db530dd410fe29d86446f87cf7ca48958ad188847edd1d8df030d419d7f4d097ead537529898012dc4726796d358b3aef425a88a60e45443382ff0be549feedf28ac78a886c130abcdc18559ac542f85d2c410fb34f89d933b8a98834dbf4050d8acd43a9a21a41be9c3406e48ffede0baa0cd4b0d1fd697f478716e197d9237313d4f1893707bcfb27bef1e5efa2682a5468a9d8a6f4e3dfc1575487d9663345787b7a518d092411aabfc23bf703dd7faedd422c443de97725a545139880a4165c7a655b36d647d22bc79f58656c75e33fe692d80092a4c01349c8e0b5018201359bf60f617c3549a521a3dc8b41144442234d1b717667560faf912d8e9f080369b4dec438c5cf6c1c8c5ec0d063b68e7f79f480d15be5b25512e8fca7c2c3b98476b365f274973a03bed9c1a404ed388e2ec7f69b0cfee2c48d10ab79a2f325e77620b34275988dbb5232927e6c2ceb0ff451d786c1eb4fcc19721389cc3f80634ef23d9eab720831f9505dd4ab88585584631c957c74e56b8c0bb0bb769e254a7bd1cf1c7f74ae27034d08ff26065935c82976033a33fd70aea169b24cb1a1e7d9b6268fe36faa536347590f56e785c09fcb9a7d2c33a6cfb0a2e121e82d56a964b45bd0e1682216df5204b60970f808587edc34da6c52cbe90aac93144f2c494cebf0ec541cc5bb733808f6ed7a2f2bcfedb2a224f38f097aa3d57dc0aa8e5e7b12e8b8d37541e751b83762d18f1347be78004d9b2004fd27b5e057ee7ffc9ddea931d547d5da78a8b2bfa7112d2aa552eacced8a122168ef47d282fb8765444f3fa20c5e37bcbb77de608f1e7eea3368c84a6f6830622fff07fa6d73c61a30676e1a0fa35f6f070fca7f9ca0806b683930', '5d0c90f418b4778ca414dd8be29c7269/e01d78f72dce4bc1b36d9658bc9ce7a4.jpg.sealed', 'Y34JMC8PJX29', 1795516898, 1795516898, NULL);
INSERT INTO public.journeys VALUES ('dcd8c9b2c9686f81ae1b364bc2bb5913', 4, 'submitted', '\x788b3a57a4598865696d25d2f18a022fe1ed00d58f85d4d7521751d7a2dede39', '\x01e73ef2f6172b192cac9ab8fe902c870674b75c6622aabec594838c2fa3efc481aaf92f61bdfaa3a537e392a5f3b25bbc2c61d2bb3c51bf3df616afb45a2be616d4f95f9d638e30aa', '\x01950141b653737f5b457d00caf03f3c7af95aa762358b48f6ea80c33929182b800e1a0ed50eb823dbbfb77f0a95d3b858c767c1dcccabc7d3fd2e7169a4bf3315202fe3c0fd3bba0c71246b03fbb25ba09b88ecedbaa08aff6e5ac9ffaaf3ca72d3c37c5c52c07ced47570a6267e29c96477af0a10c422c3680d02003f2ff4f81548d8ee811eb1e05fc8649672f82c84d2e2a4039348d2a5bcff38253c1ddb1897d7a469b124c5fb0b85bd213a71ff0463fdf8368712efeb42f5b21cfb03e8439fd9305df88edeff80008471f703be5f6033b5127d58dcc3bbe5edd6eea0f513fe3dba6e7b37c1d04a7a8ab24e6d7a408bd691146b7a5885f8c163439c0492562f8a709532d1b621954175d8c556ecdd5b21081305b71a7a20592ef2f09143336b8f0a45f9c1beefddb2bf9d939bea00a73aa9fc4790ecf1e5791673d9ab7fd14ff70ac8d4b65b720073810dea2fb0be5c59c7c3294e1fcd2247fd3e45bf328a8611cf917399d33d4f543b42dd427447066dfa2d9b79d93d1543a5a22b52b3fef29f5b88a97d707f3904be4c1ce5d479ebb7990a3b68dd96257a35e102c936edd9aa04322371247af5de52847151357e47358e77d8bf7d58d725a86c178dadeaf7a3c1c37d95b9e90e8904137acd407bba5617cd9d59061d6063645cf0c6492ed53', NULL, 'NR5TMN94PNY2', 1795516962, 1795516962, NULL);
INSERT INTO public.journeys VALUES ('d4e391addf0b09064dbc1eb6fc7dffdd', 6, 'submitted', '\x9c190b8a54d4d3921b750004b41def09f1a9cc413c21d7eeb0bce0a22a15a2ac', '\x0130d5067e7c90764dd49c8e1075a2b8821ad2959649090a49225fff3df8c17c52493b5f8a376d5f9614d0715f4f7a98bb1acf361fe0600b27b53a413b42e557f6b32bac368d673728', '\x01715bad0815bc46d826c0ea258820a3cc79ae7188756d09a9262b3a7b1646c91b811a8833eaf98c2001f81e4e4e25f1b581efa810c2f5858b395955e7095c534e4db5110eaecfeb1e5f3fe25bf79160f8991bdd5d259733c38db35c7e1515024f23f54baff8531d0c3128f35af568c2019f5632dbbfee01eb983b750cef0254049c97ad3da718f6a5b4c612498964358d977b237c7d9ea91ad1f9953fa950e77da9e604849becf3d77f1dd0fab0e7fdb3b07e515051066b0dba73a9b7cbd015fb7e1a80463efd4a66d875a97c4ed5cafaed1cd64a2c7364de0e9731259a74dd23773f3700e6c7a418da3a710aa099e569e1143a7a8bdd06b3f8c25235e3abf43aa1978e7c4ec6cc97f88b06600093f777ae9b7625e142d62017f93b83ad97d55030cb8b467ba34c76ef4fda171fc8febece3103552876b532a175877b654aae30bb2e0cb173dea12bf9d373e9586ae510089060431605be005970fc66e8055a164c0f1f7260b9e0f70538d8e540ddb7d093c8559651ba41b512a07ba9612c3d811919100bb594e6a517df5d4977fac8b0c58be58e85792961054ee7a605052f67754c6b0b991adb1ad4f645c74245ed9bcab56453b73a8b949f26a34a1dab4ab3d886677df33866590edb63495ab455c4d320c14437be7cb5911bb0c1f686a35a3de6fed5a267de87d00ace9f62451ffaf8d91493980566ea623ac4ebcd3ddaefd575d9652347833b7937b6a0e3b93cb7514474e660d4069fe70746043a37da34268f5fae704625f7e0e8184cedea2b47ce3c1a249edf3d0f9bdd04d8b8f9569e7d72fc4fec7e2aa2aeca82e05ede2359031fdb4d09baa56ae4cb7aa7b3100385f6873a8c404fd53d714ea8d72661139ba825e32dbf828b8a33a785b561d1511988da0a98fefe98910b88', 'd4e391addf0b09064dbc1eb6fc7dffdd/bb1d230c014e10a9469bec4ea0e68a20.jpg.sealed', 'R8HRWHNKPKFW', 1795517026, 1795517026, NULL);
INSERT INTO public.journeys VALUES ('b51c4500f55af3a0b94c669b01e8af2e', 6, 'submitted', '\x521bb7087f21c8f5f7c5ec3897c0e5ec55c5b4b8ff0342692740f589084b085a', '\x01c251cb442644ce51a8a625a0aa9c23c75e3b73c84c8aafe614353ac81ec4f75da8c3535d9426238d73fa5b26aaff6b8cb64128d6c54f4c27754e56cb70ae8b547db80dc9ec590c06', '\x012685980511dbf8147633ce87d4bd7df63fcfb74a2191f52293a2e0c0e9643ebc571439b513ee6b845420f9e80204e9e9294ab82de27a56d3f350b9e4baf97ccac302235c7f97bfbfbec96a0e911ad640700553a8fb910f47471474d40414416a2f52baba526923d4768445cb79982bd8bde3eaba233595e4680a9f94f2fb395d43d0307e777306923cc361e22815bc7306633f0e76ffb580529678a5fa2322686bbe5c989c1a8892a254b0455e908092bb618c14debf4ea274b578e5b782b45936d759ede9308aa5ce830261536dbdaa0936dc2a1833f880e04c6ae0d297148f275d6375a90f2a4a8d13ddcaaa50dd29b36a886bcaf458cd6b8a68da2da8e9380bf4f01f75b32baabd71614b38eeda7110cb2408523540583ac846ab517ae08417010b8fb0d08928e8e717d11a09d3fcd56ef0ec0243ea3e9ee8d7c178f0a1c59bffdc7a38365248fdc8901f31d48d22736c7b3f1a4994bac2cfb6cad1232fae8187b619cf6f1720db6e7c3067623a07d3bb6f8f95f3d1253a3adba985597d13844f193aaf87cb7d2eeecc308773b346b64caa785e4f9d03a554f1a53d38f574a1cac6cfc76b788cc230327db9faa2ebaac79b6fc12fdbac4982ad7a2369086eae413b5f00cfe0242baba90cbbeca66db42c32e7774152a4d7562ed14f53be91dffcfdb00f8a3d8455e09e965f295a3a31ee9b98db0db3a299d4ed44b097b6b27e0f96026446e7b03a2773c23842a11042183e18f317d76ef19083f3761e95e8c24fa6e0d7d9f197421fa6df4a4aee872369ac95b88a1253e1d389473d1534eeb7de59337d859585686cf48edf66467530ce9de6107d494a71ed3d8d3c973545b410f45c617830d238f49721f2ffa3d24447bd7f57ecc534a8995a6ce31bf6cee0b802', 'b51c4500f55af3a0b94c669b01e8af2e/b6ca9902704520184f2a4231f32bccd6.jpg.sealed', '5P6V2WJ4K34M', 1795517090, 1795517090, 1795517090);
INSERT INTO public.journeys VALUES ('c622d43f18216652da17f51a408eabce', 6, 'pictured', '\xd0df0c09c05af72a60c843aa863efd2a448e406730dd1edc368dd57fcbdd7696', '\x01c761980ee6da5442bf2debb7a291554b912f772e3d5910668dba227542b801047b78c879d60713dde01cce0f973f7d5d81b0bb4cc893573644733bc9c376db260edce65d0a9242f3', '\x014be5c8a0f7ea64a4d134706ccc5af9da21962e84a70cfef85e44c66f04d42cc57f76f57041b403f785e8085d8d7423441d2499a14e6dd2c61e671c99fb22cb41c9be948ae91f711a6fd49d81892a34ad37f6e9a4c4ce86073bdd7eaf09cff94bdd6277109010f68c853f9f7922dc04bbc230e5afea6ef65a4facadc6c86e5ec15f2b88d88d86840e8fa5e816413ecf141556823b66a409f69cdd5b1548e25ae06c5b9cff7e895c659c5e9ccc1ad810367b6686a38532bfeed473f50bf388d73f3a1f7ddd8a095cd121ab796abb205c9bc7047cfa72e1fe5d8480b02df0bfd650aebc72e07e0d46d7d62e02aecabb91ddc9769af96a288f0999ad78c095340b791b31d61c50d2ac8fb26e59ecd034e70abdd0f22cb78a35ea5952078a77ec1e316564bdc4beb5070d2d58ac0170d33830cd97b75b6fd2ccce93219762729f9113c90cb7677a0f7f681c44352b572dfa689c16cafe47898486019711edfb6b86148899856b26d443b583170c95b13e05f4d1db5ef810186ded4a37569a6d0c8d82aca8f9e870933472b8323253d10d1c3e8bbc51250a0dd8b0a5f9a19dee54d25a133538d857876b734a0eda6e7a2722e60cc5b867da33d2f4f9583dbed5473a34e49a38a3a3ea74636652eb9d1f3ef2dfd4023716048dca601f2eb0b2a03afe4765d56d1c090d35116eb9571c22648eb220e3afd7f46a866475f3a51c07b1c8b62c07292d879ff9ab1f7831ddb27dcbe2f23af11d44c8585a4138a984a75306256558ea71f0d251e777067542ccc6cccef2874337f0deab41820c02613ccd394ddcc082f1f152d62f12b2975c78', 'c622d43f18216652da17f51a408eabce/12d4d1a273b928eb0d092b61bd0baa18.jpg.sealed', NULL, 1795517154, 1795517154, NULL);
INSERT INTO public.journeys VALUES ('767f150b94378d8e656ab8bba804ffb6', 4, 'opened', '\xc91b48c1834b31e97aa5c8db854d3bbb6ecfe1d41df69e3701162b00410bffe0', '\x019f6bbb9103b2c15ecccdbebefd387f0b02f2d5a8f53df53fb594bfecef8d8d90c7011221d70555030f8164ef0e2eafae3b48a1e212460f828b5fbd6da07a7e58e36e519524fcf056', '\x01acfe4d17b4b8ab4eac9d94b0b5c00b0072ff907205cd1ab8bdecc945bd688c43c37cbbf1316053301f5a3b488ff57112ae03940846a2c7a13ff0cb69aaca88214674ec4e7ac8c3a3a7520e86e311986a7585e90d00ffa6303d3b40b5680a901ee73b629d48ac0ff4c3630db27cfd0ce38e10bbbdec6b3823e867d917ab835b8d6f6ab20e1e5a10497b74fa3439321daa872e221064826f36618e1b83bd8302321f5e8d636d54c6a0c5353a918902760d12e8bac2f0894afcaae4741f05dc877a3749fd2014dd6b69c3d6789fdd13d56a0d80fe56f9d4dce4d3377f6c7fdd211bfdb0b161b164b5f8e39161c9f11be8c302b029138d877246ef18d571b1e6484b0b79fe548969b92cd4fbf1a1eb4afb3bb50d5bee025510a29e51bb41265d49118266d78e889274108b39f3f7d1c670a39fbf3f036b9692aa3ee7b7c88dedfd12bd2191a02d2b15aa8a1aeaf9c5bc31f14a61ec579edbb3b2e02965fa6e362bcdf12b333956882aaf9c53ddc00eda746e6495917085ef74b21165248a91eb5edfbe750190a3f2a25ec04af68be067af2cae', NULL, NULL, 1795517218, 1795517218, NULL);
INSERT INTO public.journeys VALUES ('30ad4a51d1e828944dd4423b3e5e4732', 2, 'opened', '\xa76f5ab7761842c161473271d9a08544275d6a2a5701e6de570f5f6065c4ca3f', '\x019e69da6dd4956aef1581c692ea252f9de2ae5130ce09f8585a443298b368f07c97b758cfb7ce24dbc48896e2d0a1a137cda4035c9d6c42a6b0f079cccdf9d2463adf3de7a078e166', '\x0158b9572e3a39090b9869a1b3c612f590341842c20c26d0e210d27a2cad761a5cfdf6567bc7f2f8af16c0edde26fba694ee41b19389fba0678260aa45f8dc9dae59c4848848dc8dcb6febf01e5c17ca9acfd74c7917f102e7182acc2ea4e580a3e265018dc2d120ac3cafa2015cf7bd36a65c884514493a6c32f0f3cea7780b255a8ab98b5782e653074879c7673f3ac666d29deb5c6bfba68cf22592f555923732ea4e344fca0b90fc1ac9d340ca4dc610de37b5e155d410f11f278829151a61a925c451bda07f7d33dd5891f6aba3d1964425cd3469865f161c8579085a9733ad7b41bfe1feddb3774ce200130d22909a87cb0ca5f1067247b18ae2f89caa5fc84a2e30f959417d10dc9fb19bee9a36f96edc9e552669', NULL, NULL, 1795517282, 1795517282, NULL);
INSERT INTO public.journeys VALUES ('bbe70adcef904508417073d38a9c6913', 4, 'photographed', '\xb47e87a7c4232755284d21b384cc6d1d5c4540ece0ffb515a843f148a2cc6f17', '\x0186b5adfcd6bd9a8a49cd88f46055b5f8170e8256651356db1a492153415a57781e1001afc4281e15c6644c5b65110f6ffb04bcf96b2cbb4e00b20371000dcff94cb813e338bae68f', '\x01916266977e145bd8654390d5240e785bce53a4ddf757afaaf8951c0d94e0dcf91edaa68851ecdd73e4d94e7df474fc75293ff0708039eb05c4a9b93d5b2d753503e80da924829f9456f62815a91db122ece732de440d54f16c5ddb51193343f36f1cadad70c693468e16bd689f5e8079ea43863373b0ab4da653a32abb4cca6d201cd7f25dd23cd25981c993382ad796bf6e9617aa3848dbab0e0a27149df22a1446f6b8706cd62353520f659e2c29cf36c61f06c245428be23280491845374b019233411279f729b154f44e65e78c71b58865cb77386777fd7917c4f1ae308aa0e8c7b59813bfb391ebab8b6e5254c7b120d7a6ad8ed4ef80a28109b54da34c092428a91a3aaba0188abe85f3ef738235c45e0431b4b67c49fac390f9a74f6371fd73ef91e7c6aa9f95ea4f5b518bb5244c3a8718442cfad9cf018d1d93a8354e74177515c1db77389d05fa3170eb08897c0220daf85ab104599e5d16ae9d3748cf605e9537a5c2888c995296629c4c2e51f5e890312615949bb44fb202c0ed2bcad38c8c808fac1e666b7ce26496fdd194eda9e980b19734cc52118571914f79ae38784c7824fd208b345b02858a381fb2df3712a015ea0af3f7cb55c300106180acaead3b313c37fd3280553c2b4b691460ae612b9a1d9f22919f', 'bbe70adcef904508417073d38a9c6913/1e93135856d5c0599c872a44e677303a.jpg.sealed', NULL, 1795517346, 1795517346, NULL);
INSERT INTO public.journeys VALUES ('5b64e7682a33450bb10f05724c1c3ba2', 4, 'pictured', '\xef53c8d763d567fcbd517a8e1bd6f31a6bfc3a3723062e9cb6ff092c50778851', '\x0188753945c20d3f933abd4781afe70fae75764431fe6be87c4c79a2c2fb4b1033204c7246970e00c51e8c31e7caf212821624754816da151461fd16a12652b76dc011f291c54c43f8', '\x012eb90e7cad07948dc36fb3c032663d897887147cf7d2f64a8abc11ab5eb52fedf9424574a28de7b8d3d7fec8e39026310c9520e3a2f142fd736673b709bdbbd22bfb600324862c753a02a7f819c745feeb0338ca22ef579a85e9ad21530ce677c9ccb25701b4f11124f8388296e050b12f1a94fdbe43482e177d31bb533baf0068c2737889021c85c2c1af8dabc847fe151bfded5e58ab3dd3e24a2991a384d60435198184092f0a2412d0ebd467df4022dbe8074721d0891b6327decb4431811ac1c7494ae50355571373b41a85bac0b0f966d1f8a3f2471b60260ff7deec3dbfc2daa1431c1b236577331f012eb0b8429a54da2a32b2baabd75ffa2fea60a06f2e9300eb27586d94eb2ab8c3fea1288cda8343487641cf6a536536a5ce6361f2f8ecae6688f824895a726eee500122deeb2855f3829f9107de005ff7e3b7935043a23c3bd1e1a23bead2cff9ef9ab9e0f9a43ea790d83a0add6bbc6aa56aee6177eb6bf2b111e10f0209c8838270c067b3d975d972fd17a7b0f9043a52d3bc53ff34f4bcb21f7b3df30b47c9acdd1037e5f5d0dd80b4c3194644c0139a3e0563e55fdf86aa1b0cccb67b9688f62940c56e760bc2023296f97728ab4b5070e4d52caf7db8d33933b2175146e43c046500e3be12b0fdc839cb6307', '5b64e7682a33450bb10f05724c1c3ba2/ce0e93e3088b4dbc4c42acafca9b4300.jpg.sealed', NULL, 1795517410, 1795517410, NULL);
INSERT INTO public.journeys VALUES ('9d0766fe61711e60c23ead86d1948d93', 6, 'submitted', '\x47f2959a4102091938185ff47bb1dd3e9d5669c2eeff0ee0a93961a5011e911d', '\x01d5d1f304b4ebf53ab97603bca0ced790c8aaaa9c99aca564f282312bed1faf9810946b5dbbc479b083a521de477284ae5292c3753717136028f7475ed0775e83b3bf49ad74acbc7c', '\x0170dacfb18133efcb6467f5c3d4530ef0d61f3001cdb1eac46b91ac5f0392cf5c7f6e589650119bec683b19aeed2114031523fc576dff5dff44c98d2ed02ba3ce73d47918b7e09aec4e64f25e7634f520667677f9947c4687c981120f1b606269f528286a3b3b6986a230aba80766fab15941573072002ff3727d5c2c69057d2bd53c47ea7e2ae530541de490676e37a6e2b420a50ef9f19109d9f8ad24b2852da01d3dd1947dcbd43cd7b1d7becad5ebcaa3a308faa0f139a7333ab07490a82e6278f483845194147910a2f58aabe3ac305bd8225233546d005a2c086a7c63273d37291d8e37bab0ce9df387b0c5f52643c274be47244ec5111af59c58fb8e8f144abb6e74c596424bb61ae625a0490d81367995be8a4734db5a844caa70ba919d395ecc09d9e5fb936e938a5b1ffb2500e79d9e7b8ed52ecd35e63c4a623d9d976b20076ef085fc261544af682d1dd48b7191c812c77908da696a96d4f3535b3d8a9b18619ff987bfd055150bf0349e2957d5354f530627caa2e7c0d581cb333c0eb6763188d0caa31aeb397a972514cea895d82c2491d42e81ced97e368e47c8788d715479d89a371d32686b79f0b96f1bb352eeca2e40539300d32959fb0c573a063cc0889e1d1d5cf96598d31dc4b069c1f7d6021745688cf8d9dac0a96e4e2280627f15bcd83a4bd77b965c01ccdfec52616cf604c036163d37d088e2915db7f40320cbd8eba85176d975928574041409805f5801152613698ff3ca5b53a1c2972ba5e65b33b1ba229ffa338820e76d8048844715b18c6706dc15bb8e28cd1efad77e9356251b7e5e91c2e466fd578cbf37ae4aa2390dcb392524dab7da86fce3a11184c8f36f8efb20bb951075c9f460235be2e02d489b1575517439612b7aaf', '9d0766fe61711e60c23ead86d1948d93/5697c33a4794139b8edcb27ef7c44a94.jpg.sealed', 'WPRJY9F9KD2K', 1795517474, 1795517474, NULL);
INSERT INTO public.journeys VALUES ('c2a81d34267aff449fc3e917f3ecd76a', 1, 'registered', '\xbcba30438ff058be0438782d63e557fd0bf147519915cdc05c61675c591f3e45', '\x019ef544110bdc0b1d62a41b0942046052892b046ad5f764fa88f9e40a2e60d82a63a2d3b21b1f8973f41f210e1e416b4291ee05d4dfac48bc8020c1cdae1f1b16c7084f17dc1bc99e', '\x01e01567305805671884326b4e1417c7390d068390b54ca56c4ac2e5690210f3e2edd9f5fa13e51e6fa25edd4bdfcd041c3be73b49edf4744bcae4e2ac692ad793a94d589f9594a562026c129c79b789bb7317612329f86477ba41d7ad5e2b27a7cfd0af01a0f5877d9248e0dd8be632d6fe6db44074ae9d356259e742e2ca032f579fd18c05063745ac318f35e5ba45294d0ea5d4db778bf3413d027974760523deef0710553c6105fda6ea866da54e5f2430e1e343b3dde01f94374f937fb3981eee76ab4c385aad3099198feb0b1b749193e79e5031fc89f28545f2d42a11a5ffc04f433a18038a841f71f87b1b5ef14e1e82efa9e1bc1ccffe3e', NULL, NULL, 1795517599, 1795517599, NULL);
INSERT INTO public.journeys VALUES ('02e11e8c6c77c246e0e14ce664a8de54', 1, 'registered', '\x6b6a0276f1da5b0b7187832b22baad44d28f5c35430cd27537b5fa6989d0cc6d', '\x0165f9290c3ffa4490a7efa969a9af5cc698fa0dafbb69806bdd9d736a7c19592e55dab64d5df43565a4bd269d9f89339fee69f97ac48ddaf06540bbad4d16449d7ca64ccdb08223d1', '\x019926ef4f970bf1a159cd4b28d08cb896f4200106bcffaf8fc82c29e4197b3b792998fe6448dd7d21b360cbfb493d46e8d35d1774d0a57d8e3b775a433deddf5a5c9b00a0143786696162fd7bc1ace3136023331bd977bf15317733dc345b7167732a559359158569047e59d61e715dcef64c8468ae289eef1c4e7ced79b6f9d59ab42eb650e32e1369ea11851dcd54de6cbcef9fa91f560332e2b89c986e3cca751b8c433311692c4a0b50e94b748ded3c6a229018ce535aa16f79e1b45359d76cfc9dc811cbfeef00b28262404dabb7a13be0bfbe30c9698575bdf3b5f4b5aa7aaf76852d45e0c0b694fb195f31ae591c92ae34f2344bb3156e63', NULL, NULL, 1795517663, 1795517663, NULL);


--
-- Data for Name: links; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.links VALUES ('\xa1cdcc2b278c409a2326a57f55675db5dcbfb75fa7e2bdc750fea279414a7b4f', '87dc1c9d18949a73a41fb9504c5ebfea', 1795600864, 0, '28cd2704ddf389b35f73b482ab5a3e58', 1795359664);
INSERT INTO public.links VALUES ('\x6f35a3335234303ddd90a49d7cb79b06ecdc8bbe7dd78e68d04a0ba2b9cb8af9', '9bd49da63722048e924e74d312ffd8fb', 1795602914, 0, 'a39e2cc43acecf7ea62fb3db3f4cf3c2', 1795516514);
INSERT INTO public.links VALUES ('\xe6dcd3ab0fd0577638f165687c07d06cfeb0c510ebd9e1ec2126378a7a84bc51', '98c249675ed303fde7792e184ca05f85', 1795602978, 0, '763752927a1fe0741aae693e0f138612', 1795516578);
INSERT INTO public.links VALUES ('\x09a6cf89e948f9bfbe064b76aefbfd9a95cfc707f55addc25e1c18f77b6023f8', '5073acb6f8dea73f9a5e6e64b629e4cd', 1795603042, 0, 'bcf321dfa34fbfe2dc936bc388a2052b', 1795516642);
INSERT INTO public.links VALUES ('\x86328fc06e1ae7d543cf088dd67e222c2d368b62b798ccfb35f2c1fe1ee49cea', '87845e9b7fa605f66b0225243dedf04e', 1795603106, 0, '6497dfe9c403c0a9506097acb2222ab1', 1795516706);
INSERT INTO public.links VALUES ('\x7e4d9b407abe59b581ba53cec8cd11a1c70ef278a90eb5cb139fbbb81a5a6eaa', 'd36b9eacc5d5a3f97bfd46103d353250', 1795603170, 0, '356604e4b9e2c0b83f1108cdbc1e622d', 1795516770);
INSERT INTO public.links VALUES ('\x9b6cccce5449dc4d7bf9c11626afa381e8bea0a8f172fc677a9cf61813b6f372', 'dd255d42afcc568527e579f6644cf84f', 1795603234, 0, '3b76b023ac9da9b051cf7b9535aaa6fb', 1795516834);
INSERT INTO public.links VALUES ('\xafa40500adb95db1b392ea2813f42a67f18c04e8c72fdc615e62064e1b8a1cf3', '5d0c90f418b4778ca414dd8be29c7269', 1795603298, 0, 'cf1f53fadbe982b60236576cdcff91d8', 1795516898);
INSERT INTO public.links VALUES ('\x6fde149e62368a9323dc9a3bae5e435650e3f115ff14941230350b5266a8fdf3', 'dcd8c9b2c9686f81ae1b364bc2bb5913', 1795603362, 0, '9023e28d629d39d567ce80ee0ea69b41', 1795516962);
INSERT INTO public.links VALUES ('\x9cab083407a0dfc99a301023193411ba508f463016ede71c730d3f23b78729ce', 'd4e391addf0b09064dbc1eb6fc7dffdd', 1795603426, 0, '59323b4e020c1ef77d89e1f2594f8ad6', 1795517026);
INSERT INTO public.links VALUES ('\x2c28b25d035a7b222ad86cd9f216b1f44bbcf7491b0ca3d82ade3d8cee3b56bc', 'b51c4500f55af3a0b94c669b01e8af2e', 1795603490, 0, '143cce9a761fc88d67894f0e404ae7cb', 1795517090);
INSERT INTO public.links VALUES ('\x1a130fede3a2074bdd4376088f930d13c6748cf2f52476b3bab747875446155c', 'c622d43f18216652da17f51a408eabce', 1795603554, 0, '01e8820deb910c17668ccf24cab55782', 1795517154);
INSERT INTO public.links VALUES ('\x6fee664637da146ea4849d2e1d37ed4859f04d7a02743c06cf51f1aac46e7b22', '767f150b94378d8e656ab8bba804ffb6', 1795603618, 0, '9d49e13ff9ec085aa1875ffb0dd80772', 1795517218);
INSERT INTO public.links VALUES ('\xf73a6e760adae1d177faab1fb30458971862e8b65a2b01025bd7aa993c0fe45d', '30ad4a51d1e828944dd4423b3e5e4732', 1795603682, 0, '37652c101640abe48447fda8b8998405', 1795517282);
INSERT INTO public.links VALUES ('\xa578d8b614b8193bf527c20ed3508061b6d026c3c6521b7d064d47d9313024c9', 'bbe70adcef904508417073d38a9c6913', 1795603746, 0, 'a2583ae5dc2ebc804967c6c8335671d6', 1795517346);
INSERT INTO public.links VALUES ('\x1f7345adbb5dfbd153d84c505f894ef885d8fd6e56eddfcdbac1ee25300b1566', '5b64e7682a33450bb10f05724c1c3ba2', 1795603810, 0, 'd68a490482bb96a188c1622f9634b5fe', 1795517410);
INSERT INTO public.links VALUES ('\xa5268c9c8c56f9a0fa647b0334feadcc0d1f25292cf7a765e7a035e4107add70', '9d0766fe61711e60c23ead86d1948d93', 1795603874, 0, '64c195dcf3c21c10ddd09a3b4ea994d3', 1795517474);
INSERT INTO public.links VALUES ('\x70d6dbd35cdbd2233b814ab3e3b72e92c55e797dd196250bb05cfb685166fac2', 'c2a81d34267aff449fc3e917f3ecd76a', 1795604063, 0, 'dfc073df22e7ce0f9b05234003f070c6', 1795517599);


--
-- Data for Name: look_up_keys; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.look_up_keys VALUES ('form', '\x017848b5d711bc9883996317a3f9c90269d56771005d540a199b5d8ee4c5f97379da1184a431036a2f0b6ef1870e3f7b1eddb4ef71f7450e685582cb4a3b9d541be918bf2630b08e7a');
INSERT INTO public.look_up_keys VALUES ('mail', '\x01184939c9e8d0db2a55f292a9a75dc429aa86f5fb84756558fbb8528a466f9b9308697a310566da299a6472ab51c184a7d7eaaf2c4af11a9c22d36b45251bc817f83ab2171536c908');
INSERT INTO public.look_up_keys VALUES ('client', '\x01c5210a2de4a8d4d3b4207beb0d419072a22cc779c9ee1c10dc90e65bbc4d03bbe2b70f8cbbc4338ece7f5b03795fb50c599296e5065ab9cce8719223c23616885b96e42a799719bd');
INSERT INTO public.look_up_keys VALUES ('device_code', '\x016f66e172c869bd5f8f0db4c43200551be49478f9879a60b8724a03d90e70bc40469ce4f7ed6f19100bec1e303a122606dd7059313d5c340a27a083c93dce2c5b3d66931a34108364');
INSERT INTO public.look_up_keys VALUES ('session_mark', '\x0132f24ff78fa75df0044e2067922bf69e7f5ea6c420b52fb8c67ec07582ae13d61409ca258287343ae3f98935d6c355839c07f34704903e93b09ba3302df77151d8a73dae3f25a6d9');
INSERT INTO public.look_up_keys VALUES ('device', '\x01c4777157b105a71243a2252399a12e45e4375d8af35927a3409bfa5b7cd6ef36437aedf0777da4e0b62e1f4726b8e24be2e5a9648b6a60dbf3592a0577c9cc9194606b0c144d5639');


--
-- Data for Name: outbox; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.outbox VALUES ('28cd2704ddf389b35f73b482ab5a3e58', 'link', '87dc1c9d18949a73a41fb9504c5ebfea', NULL, NULL, 1795514464, 0, 87, 'failed', 1795359664, 'the mail server took too long', NULL);
INSERT INTO public.outbox VALUES ('a39e2cc43acecf7ea62fb3db3f4cf3c2', 'link', '9bd49da63722048e924e74d312ffd8fb', NULL, NULL, 1795516514, 0, 1, 'done', 1795516514, NULL, NULL);
INSERT INTO public.outbox VALUES ('763752927a1fe0741aae693e0f138612', 'link', '98c249675ed303fde7792e184ca05f85', NULL, NULL, 1795516578, 0, 1, 'done', 1795516578, NULL, NULL);
INSERT INTO public.outbox VALUES ('bcf321dfa34fbfe2dc936bc388a2052b', 'link', '5073acb6f8dea73f9a5e6e64b629e4cd', NULL, NULL, 1795516642, 0, 1, 'done', 1795516642, NULL, NULL);
INSERT INTO public.outbox VALUES ('6497dfe9c403c0a9506097acb2222ab1', 'link', '87845e9b7fa605f66b0225243dedf04e', NULL, NULL, 1795516706, 0, 1, 'done', 1795516706, NULL, NULL);
INSERT INTO public.outbox VALUES ('356604e4b9e2c0b83f1108cdbc1e622d', 'link', 'd36b9eacc5d5a3f97bfd46103d353250', NULL, NULL, 1795516770, 0, 1, 'done', 1795516770, NULL, NULL);
INSERT INTO public.outbox VALUES ('3b76b023ac9da9b051cf7b9535aaa6fb', 'link', 'dd255d42afcc568527e579f6644cf84f', NULL, NULL, 1795516834, 0, 1, 'done', 1795516834, NULL, NULL);
INSERT INTO public.outbox VALUES ('6ebbf3005c98af09fd2c548b1088bf33', 'received', 'dd255d42afcc568527e579f6644cf84f', NULL, NULL, 1795516834, 0, 1, 'done', 1795516834, NULL, NULL);
INSERT INTO public.outbox VALUES ('cf1f53fadbe982b60236576cdcff91d8', 'link', '5d0c90f418b4778ca414dd8be29c7269', NULL, NULL, 1795516898, 0, 1, 'done', 1795516898, NULL, NULL);
INSERT INTO public.outbox VALUES ('73dee9b25ff8b4599ef09f3e065f9dcd', 'discard_photo', '5d0c90f418b4778ca414dd8be29c7269', NULL, '5d0c90f418b4778ca414dd8be29c7269/55ab112fffcbc01264799c4388de8bfd.jpg.sealed', 1795516898, 0, 1, 'done', 1795516898, NULL, NULL);
INSERT INTO public.outbox VALUES ('19fe8787c4e66d74773ffe5ab5e71793', 'received', '5d0c90f418b4778ca414dd8be29c7269', NULL, NULL, 1795516898, 0, 1, 'done', 1795516898, NULL, NULL);
INSERT INTO public.outbox VALUES ('9023e28d629d39d567ce80ee0ea69b41', 'link', 'dcd8c9b2c9686f81ae1b364bc2bb5913', NULL, NULL, 1795516962, 0, 1, 'done', 1795516962, NULL, NULL);
INSERT INTO public.outbox VALUES ('00030e706755bc466d6f55572f699c2e', 'received', 'dcd8c9b2c9686f81ae1b364bc2bb5913', NULL, NULL, 1795516962, 0, 1, 'done', 1795516962, NULL, NULL);
INSERT INTO public.outbox VALUES ('59323b4e020c1ef77d89e1f2594f8ad6', 'link', 'd4e391addf0b09064dbc1eb6fc7dffdd', NULL, NULL, 1795517026, 0, 1, 'done', 1795517026, NULL, NULL);
INSERT INTO public.outbox VALUES ('66f70e0b8d700d1d862588c4ad0dd167', 'received', 'd4e391addf0b09064dbc1eb6fc7dffdd', NULL, NULL, 1795517026, 0, 1, 'done', 1795517026, NULL, NULL);
INSERT INTO public.outbox VALUES ('143cce9a761fc88d67894f0e404ae7cb', 'link', 'b51c4500f55af3a0b94c669b01e8af2e', NULL, NULL, 1795517090, 0, 1, 'done', 1795517090, NULL, NULL);
INSERT INTO public.outbox VALUES ('0e662a8701417afd22d8fc3bd0509873', 'received', 'b51c4500f55af3a0b94c669b01e8af2e', NULL, NULL, 1795517090, 0, 1, 'done', 1795517090, NULL, NULL);
INSERT INTO public.outbox VALUES ('01e8820deb910c17668ccf24cab55782', 'link', 'c622d43f18216652da17f51a408eabce', NULL, NULL, 1795517154, 0, 1, 'done', 1795517154, NULL, NULL);
INSERT INTO public.outbox VALUES ('1e63b03401685c18751e13d5f4f293e5', 'discard_photo', 'c622d43f18216652da17f51a408eabce', NULL, 'c622d43f18216652da17f51a408eabce/bd8ad92a1a6af139af0c60fa9ff332a1.jpg.sealed', 1795517154, 0, 1, 'done', 1795517154, NULL, NULL);
INSERT INTO public.outbox VALUES ('9d49e13ff9ec085aa1875ffb0dd80772', 'link', '767f150b94378d8e656ab8bba804ffb6', NULL, NULL, 1795517218, 0, 1, 'done', 1795517218, NULL, NULL);
INSERT INTO public.outbox VALUES ('37652c101640abe48447fda8b8998405', 'link', '30ad4a51d1e828944dd4423b3e5e4732', NULL, NULL, 1795517282, 0, 1, 'done', 1795517282, NULL, NULL);
INSERT INTO public.outbox VALUES ('8d4d9252003c7ae3fe124d5609264f8a', 'device_code', '30ad4a51d1e828944dd4423b3e5e4732', '\xa1773c3e987e4ddceb1c09b0765c011546e6843e570140c2e404085427093d7e', NULL, 1795517282, 0, 1, 'done', 1795517282, NULL, NULL);
INSERT INTO public.outbox VALUES ('a2583ae5dc2ebc804967c6c8335671d6', 'link', 'bbe70adcef904508417073d38a9c6913', NULL, NULL, 1795517346, 0, 1, 'done', 1795517346, NULL, NULL);
INSERT INTO public.outbox VALUES ('d68a490482bb96a188c1622f9634b5fe', 'link', '5b64e7682a33450bb10f05724c1c3ba2', NULL, NULL, 1795517410, 0, 1, 'done', 1795517410, NULL, NULL);
INSERT INTO public.outbox VALUES ('e3fe8710bd6e407370b1f389f6bec3fa', 'discard_photo', '5b64e7682a33450bb10f05724c1c3ba2', NULL, '5b64e7682a33450bb10f05724c1c3ba2/1fd33262747702178bb293891434c9e3.jpg.sealed', 1795517410, 0, 0, NULL, 1795517410, NULL, NULL);
INSERT INTO public.outbox VALUES ('64c195dcf3c21c10ddd09a3b4ea994d3', 'link', '9d0766fe61711e60c23ead86d1948d93', NULL, NULL, 1795517474, 0, 1, 'done', 1795517474, NULL, NULL);
INSERT INTO public.outbox VALUES ('a9c95bfb11ba8636f4ac6f2215646ca2', 'received', '9d0766fe61711e60c23ead86d1948d93', NULL, NULL, 1795517693, 0, 3, NULL, 1795517474, 'the mail server took too long', NULL);
INSERT INTO public.outbox VALUES ('dfc073df22e7ce0f9b05234003f070c6', 'link', 'c2a81d34267aff449fc3e917f3ecd76a', NULL, NULL, 1795517693, 0, 2, NULL, 1795517599, 'the mail server took too long', '\x011c1a897804a5cf23cfc0b4b80aafe37f5cfb04dcf2e57b7cfefa3c21602e461cad9684afbd351f7b0bb394c9f17bffffe599ab85ac556dd1f508f347c00e2ad7eb03f30569ef76ed');
INSERT INTO public.outbox VALUES ('a2f2704158c0be61c065a3d87488523e', 'link', '02e11e8c6c77c246e0e14ce664a8de54', NULL, NULL, 1795517663, 0, 0, NULL, 1795517663, NULL, '\x01de5c4883ce53da479dbc5cf83bdc759050b2bfbacef1c78db428c8811f9ade859f4add0692188e66428db3925f9adc85093d4833db9690ab23ca2c070576d192c77d1e6681bce560');


--
-- Data for Name: sessions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.sessions VALUES ('\x083f5690842c204a71e940506fb5cefce2e43049e7ef6101b0c8a2276a755480', 1, '\x01c4465337aad4cb0285f3c809fdb4ba9465fb8d83760b8450c71bec1523b524f6c7acaf6b7d900395310c33af0fbf5069c1f64e80e4f63f992f88d0719a4b5e6987f5bca10eb5089a2e50962db8aec255520d611f2ca03df4a3140782a6256a446319acb1b0ecb10b6f6f0ba2f63982838a9cd4291252b2c8b7ba99611f1c43e29082e95ab6f58014515dba3f682a2aebed55b1dcec688c8cb7dd5a2f8765b655a8eba5fbbb8cfb5b556cd486eabff60b0f60099847bb998f245cbc20788ac2e63dedbdaf93714b0c224ffae3797c', 1795516325, 1795516325);
INSERT INTO public.sessions VALUES ('\x95cd48134dfde2713ad040028eabb64a43e63d9cd99d0b5f4b8d4d8421458aa7', 2, '\x01437cc12fc61fda7f0bca89822747b7a503660b360007eecccd789ae234695718981f6d04b69171e2b7c2df0a8c4e60ef7debbeca965b8786b7f99dd26664bed89573c3350e037691d26ecf86ba50b85a4c354a53af3a4be06ec27cc2f4200075805a8c1001a63fa16685a5ef70e2037dc957d395a9aef11906151f7ab8b7008243120584ebec7333af5e427e086932987085440753c33a6c53174b8d82922267bf683fab468c5fb54686c64e90d6e78ebf21e77cff253164d966516aea6a3a106a61768bb5053a5d85dd661e64eb86409ae08592a421874dfa89d42c36550b2f384a448218cbbf6cbc153ea050a0f5990b00c962c434febdb75c3e8b821634d452d0fb5717a1599f0bf731210985181f613e708f851f6fdba12505', 1795516386, 1795516386);
INSERT INTO public.sessions VALUES ('\x62992ac3b013377d8a929d7f9677d38be07890b9be4f06f0b299fc0b7605a973', 4, '\x01fd6ed018c3ee9ee18a21321c72efe6fe51f4f995ffaa13ab9d3066d0f627bf359c6169c285eae3017c5237c99d5463599eabb1f2afc53513e5b6f343a11e37e6ed714d39e971abb14367c3a121c1e681206fe2d76669b89ae95cf5eb2d42f5ccf98a1a0d089ce27e2f67f0211247aa55e4e46f1c469929ef6544aa2b5370e9f161c77afbf7e3c839f17b564005a3bcd4a9f1b29bec27d9abaeec05f250feb7b314042e2939a06a74a473e4830f6f27a4910587e5880a9668999538e604a3da85cd7e0f8ceac3e2e1df4149ae97c178aa9420cf3cd11862402871131cdda21b293ac3865b1525303d7672e04b2088223f358511ea6874440a6d139281f81b6faf1ccc43b229764d689978a6e7dc7409165a68fe63f4a6ea87f216dc5bc0fbd705ffc15f9d092e68ea7b6463b6464117b72e28670af2d84858ed1019db5a03507552171152f78012b9bee08ede6c4b7b15ea14a00825ffd74cc938559b15f209bb576314988eb46bba72647e6fe58f923586eab6074885690b17ecfaf693a10efec73a2b0deb8844c4b5a1492b2fc7c907', 1795516447, 1795516450);
INSERT INTO public.sessions VALUES ('\x055a937cea77705d407d982f39b404bcd46dec3002e6f1001c38927223f7146c', 5, '\x014fc2771aa52b853e16252a4acc93321714d2f99d602e41a80af275840dfce50154813a0ed33200ee4a146773a65e8cfad62fc7efb6400e7f499f5111505b638edb5776d0ab2be603e881f42f8901065c86501075c64607f99c639d0447a1c2fd331004a12745c42ee8d046e48b1f2c74fc765dd256ba8c526ce329f21749edc9c481824bccb5edf224189a165621f5476a4f87d700b9bf5f40e62434a71a40bbda13a33bead097df3f7df79d7fee133a7626e93937ecce204c0db14e1c209952e792e4ef8616dc7d96e4889b2d5f160475e8d0079a3d51a278e10e', 1795516511, 1795516514);
INSERT INTO public.sessions VALUES ('\x468d79e9b7d612e5beb57c15856f036e2292523b9e246e7971d9e2dfd41f645d', 6, '\x01035f12b8530d36fe3d4e0fbf5efb151923a4f78c3cc9f4d8f530359f8e75139f4dbf6ffb1ebf12885e9d3a623df261cf2684a2c7c609ffc6cec02867ce87fcef9f4020531d9812e669a785bb450d118d7d39e94292f3f724bb369111c427734a3d49f63a868b8ac9f36bc636ecaedd0384a006b101a161b8fc5fa9a1de61af37e6013305f313ad73d4198a3789040b7e048bff8648271e4ef718509278327ea6917906b5021e237e99d29a9a99ba65ead67cbfef29a1cbad74c495e5376ec2ee1c121369ee174b9a28ac192b729aa9e7da17a4f41aea8d9b', 1795516578, 1795516578);
INSERT INTO public.sessions VALUES ('\x4f8716e72af55ad0ba0fbc025c384d7369b74f708f066ef4e685c76a73501fb9', 7, '\x01acbf89076f7b3cd3b4605e27ebdc2b90904a5803e925d87a9b55b94d4047fdd473c0039ed2c354e71f503940e1dec7190f52d425f0f811a241761d85ee709102d4ff0b2e80648f5858b5721772ae8126f7f90fe055ef46adc037ced5ac167080013663977cad0bd72e22b70ae584ff9fc484f809fd74363c259dd8ccdca23591c43ee9b2f90b2824d07515fdbcb37cfd8c1a8c4e3bc299cdfb9a50edf857341989a5ca5f80dbbf0aa3ce35d1e5dbebf1474eb1a61379f8a1051126897dffc8962096409e89b70928f5c0dbf22aa685f2edd1aeb56da9fd2d', 1795516642, 1795516642);
INSERT INTO public.sessions VALUES ('\xf3c2ce0e4815d5536bd0a255e59d0cb2ca3bcd4aa7358ba6f3909a252d7a58ee', 8, '\x015106a9bce5d68d5b2daeb77c6235380d1561d30bbc4f1818d00a5a6305d5fac2f6cf118b7a3a179df7764d76bc2eb114657e5805099ac4b25e606d6791cede92a808f7982f188755abee7804fec3cd7c0fa88824731d015e488925747a9e80492c8dceb881bfbc8873635b64185230e050de30187781445398882dce810ad38771c84ff6c65c4e348b61e74bb8b4ce95afdebcec6c81a41a32da921638fafd08df477bf9625d2c15dcfaf95bf4fdb8af349dab640c861af99cc70b2ca09616f15c43cf70fb856951243b1c5bccd84b26813d35fed49cf929', 1795516706, 1795516706);
INSERT INTO public.sessions VALUES ('\xdee96663794ff6c524c4295dfb3cb38246860e90ce87e1ce898c97fba12afe61', 9, '\x01a66aa9d94f97d0f589f0372b56f01b2074d0ad004ab1ec5e5713a6507cd29bff0aeb82efff31b7c6e154cafb76b06d754f3348151a486ab2e6132e4f3f6d206dfd02fd4e09e6cdf3ba309bacebc160ca6acf782256fda1f07d28a9ce134a386b7172fda37670fc24c475a8817e26de1b9e130380f086c572e72b1a17acf3ce2684517c78193b9ac3cfe1702239742a32311caf190fca4ea4c4db385c35b5ba3aac09ab8a48a267015abb8a9243cb37ec5223569a9d0512a4c56a813f7c1c91ec588a527537edce69642f91b36dfbf62fbad49b4c58cd3321', 1795516770, 1795516770);
INSERT INTO public.sessions VALUES ('\x09caf2d649734acb51d543c7e5c9cec62132e62d1b434906c3bbba7dd1688f39', 10, '\x01bc765a45e0ced4be6a2852ffc738b23419841c71047a2cd28d7b4d1dac0dd2d57d8fd35f1f21fdad7e29b3b0dc77ae68bb9816c282cae76589ab589871df8a57fae98ecdcb897a0d2523bccfab790e46f9540d130ec1d325f0d680e6328341ef1482db1c5c5a2c738ec00adde9cff2d2db90dbc4b99cee61291944a2fb8477b86e5780b8ec7966f431dbdcd99f350f4ff21826757a5cb3a1a2838ed24abb2164b4e2051a0326bc607f248c97d19b46e93f0c1455ba2298c6f22c6a27cc9429188ee0d831169b1d511e887ce6cd48af1a789521d14868b3ee', 1795430554, 1795516834);
INSERT INTO public.sessions VALUES ('\x345e85eeedc7d03c84e98c976428e686abd33a264e53d81976e680684dbe7d50', 10, '\x017308f5c596d1fc91dad6263c6ed4f6c06304c907e7cfc1f257fdd63ef3e2f3fba7c9d8c2adbcc77a41a3d438d1a5fa4fb80f5e375afa8f9f991dd37b34ed3741020f3928fd8a66ad77455adf102779f8475692d36c0477e17701c168189f3faf286cc70431f0bce637df7ee2c33e55fc8e949f7e44762d5e0223cf31dea253b1b0dfc1c9a69711239fc662df583381cccffe50d82e7ba195a6422157b0b27b5186da0411cad41bbba170939cbbe0b94a6445171511b629410595cbc525fd4c809bd93b315beb77614dd01bafcf62c2d9f0d95f988a8a80b4', 1795516834, 1795516834);
INSERT INTO public.sessions VALUES ('\x93f344ad8dcc7e0f6a34f03a5488b3b629034cdefb210d9a44a44392d3b5c39d', 11, '\x01142129edc3d10c284325fbb916be820014ff2ef24600ae2d34a8d25a62be7435e07b47ed49c2c5964c16e9acb47851b2186c94a37c244c870eb2086c4e6a9cbfd37c4b2f9a206242e1d318a67309457c406083c30218750aea4a99f033a1ce6f6e229aaf905c3069f6021202105fe8092e0857c17ed9bf51776096c0af63fd3d39c72756332e32eaa399faf01d8422d9daa0f9c16da3a6d89b33a430a529bb4de5d101180db310f7b728a9184cac5e604997c0ca9e0d391af6337e1f9b2b2aa8d8bcb43da65aa41bfb1c37fee53a09eee4c77dd445dafa38', 1795430618, 1795516898);
INSERT INTO public.sessions VALUES ('\xe1ad248e0e6214f117b14dc21c04f32e5857ada228f0762b9f4d9c8b98e8b552', 11, '\x01ecfe8428f4148edbb877a9798ff36433d5cd7cba89088b5281b494bf126a6a42a6549c9d471dfccb875a82a81d87b9420fff217f71e2d1de94ba6afd3eaa5b4f0c3a281ed03ee881635f2d67ccd46693fd5535aaea455872a7ffd9b6a9008ce0f37a883b6a562d31394c3ec25094ca01bd74ba97c900dfdbc91f8b719b19a1864fb709423c91b02eb2819b0f78e058e13edce2e12e478aa85e2957f458f6bc825392d4f6942044e178b7ba5a67fcc86ec548e5de7c841d0d2332f8719bb079f36992031e13c293b34d6f21dc1291488780dab25926a93df0', 1795516898, 1795516898);
INSERT INTO public.sessions VALUES ('\x368456ad43f25dd6f1e81d182cfe43297f4fd4cb07641f35a157699f3e70f795', 8, '\x0100b15fe0bb5efd337c3dfbde16a85c9a1b29d812531172c3290c79d0e4483ec32ee8d61bd6192d4454e3c7e45ea82675604b0fea97f822deaa60adf979e6412f4cb6fed9247a5ade3b60858900df82773d34d347a954fbd756a650d02526989c1f65876e3c6df723ccba846e0a950bb8a11ba8b1581f5e6f5d1b12dbfbb9324fcc0127b0be445f2acfe0884cf0d420f1c271221b61469a2264de964bc382b06fa85aa27346b554d0e85eccd462ec23895a9bb4fd16e5b07cffdd1c2e60c2546854a1225f29d602bc6cfbafb119314325a0c99f594dde4869', 1795430682, 1795516962);
INSERT INTO public.sessions VALUES ('\x3b05c9db5ac20da88528641d8ac425d57352824f49ec7d2b2d9ee735fde14d76', 8, '\x01f6a4cc0b375351ac5fa1852087103a88782c1cd67323fc685c39bb5325ec5255fa513157caea365c7c9ef95a54995e1aec08cb2601d4ed36e1ff8046c8ab2ab558ee23e6bd71aa207f27701354a81db853e59504332cf279bb9f3632b18bcfebe77a8dd4e88181a283c89298713636005b71ff40ce591a447c64493d29c318c4840ff94dd86eca14c043455f4f5ed11ae95d058d5e1dc02acb870f40874bcee9d71630dff4573ca4ff4234173c94528abde7ed9571a8e56edbed550f04319f888c6ea4ea2aac957fe25dd3ba35c1dfcaee32a628017b891a', 1795516962, 1795516962);
INSERT INTO public.sessions VALUES ('\x7f209df55f45af1865fb878b26523f9eb2d5742c35c45d3fff3f4702d99da719', 10, '\x0165a5009f9d8b48348655a93c7277279b519704c2f0f9b9973bc5fff239087079fd477a9658ab4caf05f820959d8ca1ae2c7f4d4b574d807d77cb25310887a2c6d18d53847e59d736f8497cdb576abe938114f159835e55f95ac369e997f502485b45e6df6c42c64795520bd3dc7aa7a681b869e62f5c9e6342e015acb8166e63991001cf1287ea5919c6966271b5fd446ed45897957d3ffd86800d8845f3571e98d169c2541898ff179cd7a81c605d5b731e9f5f098acf62bc9c19f37e0aca4bab48aee784e8e637495877eef45a362f86c4694683d40227', 1795430746, 1795517026);
INSERT INTO public.sessions VALUES ('\x17ddb6c4a052b1e44e22cd1e31235c95aae5375e0d7e08ee03c60fdc981c8b82', 10, '\x010cd66a7d333ad080fca09fb8aefd6661f415a6e807cae4fa2159dc743b1ba56ac2afe79e51b4fddf7572dd76c66a0fd546418089c6d83412597e674a7d1ee56a04bd87c8b4353f1d4339b518a1fd5f0a75764f01e5834fa23c7af3fd5737062c824c688ead230a62f53f28df9199b912c10412d27b4a45e23ea3fd01c1a1421417a02a448e3c1f723da35de80e056b0e5b6c008789c9516555c7d17fe77e5ed5755fe0b478a107087559661c27a0fa2d5afc39d7f13f531b77bbb13a28d9aec7cabfc16397898ee9b1a819ea615f8e896f762e08ab622223', 1795517026, 1795517026);
INSERT INTO public.sessions VALUES ('\xca01191ad72abb4cd42157ea029ed30765626c2d2e143a21ae84502633a7fdfb', 10, '\x016e1fef9be271f9526b458c9179a7ab4d5c45fe1e4ba8fe25d89826194c5565a0be065ff37ab0f140946ea49817ea9d3e6569986209558c80db498ed7af8bd0bc34349ef9ea1cdce952cb820970497a06ae5ca93b585ca9af493aa85a12ddba996c5d72a3b21349f27a69499c131ab73338403bb9011a800546a10085eaf4842a8a757ad6f4d194d8a5e53fd6d373cdd37c95719df8c59751af971d8a4c5cddeb91de3456dd6d52da1e3deddc9fe74346f0089fe3ed91cdb5dda2259be311924fb6c69dd61592802e5eaab27abb9812326535bcbc59fed20a', 1795430810, 1795517090);
INSERT INTO public.sessions VALUES ('\x17881e28e1912d055522d9ed967608371969d440fb2ffd0d81857d0ce5d4c683', 10, '\x015f21eba823bdffa37a54bd0f91687f39aae66bd98dcb2a9f5e8016856578ff6bd2f76aaf0085a1f44d478e3b50e3b5c97f21fc5b49d9c5d731cd2d1ad355889f187f8b9a34a9bfd9e7f89685d1d0b46f0485400c75501e1333e7de36cf6114bad90d3d35338a566bb87010a30076f9f98ee2dbb310c6041d3d128a7c214ccc1a43d25ba11487c5403ff524b6982105df0b4d14ed8dfbc3641793876fbbab6ef69f01cb8f57f81edfbba9c2242b9d4525f8fd87e4e28cde2bf12d3384db347a7b805be513c48dcf27daeb7a2319134f2112856ef71dedfff2', 1795517090, 1795517090);
INSERT INTO public.sessions VALUES ('\x562c08e54267426ba4f7877a93e6d224ef24703cb8180fa0bc5ef4d0f98de6d2', 10, '\x010e3cc6bcae8a6e8d782ecb962ac85789d723affbd0038c9d2c0158ade7f4fdfa06052a6de0a5ec2422838c2623992a6ade2edf60f7f8850b13b1a92d1b6ec88f0dc144cff1b605129ae0830c10ed93b7273721c786b361280fb0f34a622e93d5a14609c15ca68a396654c61b842798dd09971e70fedc18c94500d141a1192cab913139c98362e1c35c77b14c7082f3213186a7e281f7f65f32f1b579b08ea29f36779d56edb62590dd8c1f621c4d82b1b479572ca7b636f7e71e6c3df619117e6a58b869cff7dc802583142a51c36ef72028700676f22461', 1795517154, 1795517154);
INSERT INTO public.sessions VALUES ('\x68ac9fac3a2a9cf4999e02ae6a80eb1359b3933df0995cce5ef8b79009417fff', 8, '\x0140c14670ee6425b33309da43936f92c2ad3eab1424f9374527f5a4d401d0af282fe85dc7c9deca1c0d7bd054f748026e703b2b38cc327d3e65b096fa87a06c7b14648bb9c223a4b189b5caf383a26d0318f1e69bc5c91a2d986dcbd967740a1a1823c44bf11cc0bf0401cee63213d58d4b420b952b07134d7de4867e5dcdb32e8514adb7905601fbeaa3e1b9a317fbc5626b7a39bd560b10e34d974f2225a74b63cbbaaaa4b4901fbc0bdd18aa7d6faab4f8a75649175a8468c3e18cd9e4cd0c752c8875566a9f6795be6988b919270d03d99e7d208656562f48f902d75bbef9c2f77d742eb49b26fdb87084835ec9ff78f23a9add52086dd91ea5a17a39aa622c079ad4821b47a64d2285677a55f5d8917973c13c58eaed22d2babc99b3ebc99c', 1795517218, 1795517218);
INSERT INTO public.sessions VALUES ('\x7b9f64293b7443bdb338340e6553953ec32aa3f35491d16a903d47b508c79757', 6, '\x01a15c1b9965ed0a93b0130350307e221fe6e2e6c5dfe9b584a00c6c090ed79b47a08b20500769f692b67b1a7acf2a2c5a56889dff18ba15534895b0559fd5b4f120c80b72b2b2694c0fd7de274ed0eae306ee120ff56a5a4b6be871e87e7b25c7de1d7c4c060e44b998a3fc757dd6303b7ab9bb2c4cbdc5f2f036c655cd5eabbdc0f964b5d127e62a981e1d84cd05678a1d5517d0f9cf8ea2a5d658de97f093f4daa09136b6560f1f5b8b94b019ce6e53711cde25d31fa2c5392666cde529a1a59f7a54a362a2defc362640e2a48380a98e2a61c629125694', 1795517282, 1795517282);
INSERT INTO public.sessions VALUES ('\xa1773c3e987e4ddceb1c09b0765c011546e6843e570140c2e404085427093d7e', 1, '\x01578810c1ff96dade336be4d95cecbbccbb163386b5e7fb9b66a58713fce59fc5abda767be193560eb6473d05d18daece25943c750201c08267633ce2cdb8cebeb11d4bad2832d2152bc9276de16508f5d452e0604598283f4dd978730534e960d253679a09991f1a6c7c4e61cd60df0478f9a8466725d42c73754d18154a292d1ec7ee77d5e6e8ae900d7157ae8489b2aad9227e2db1264e9bd32dbdb9afb08cd43f80bd0c9a9c11a619062bc31acf5ca8abdc04e962d7a71da929b2662aa653458362e7f59d53ee065b18ac33be4b4be8b3ae626bfb2237a2fb5f', 1795517282, 1795517282);
INSERT INTO public.sessions VALUES ('\x9b37c1172d987af406791b24511dc09429c4fc46f19839d11be5903674196f93', 8, '\x01a6148f65627a70746ec81c0752726ba6ce044985e239e007f3495376a6107bcdcee67f4610c96f700c0f8ad9ddfd243fb9430aab6ed11439561d37a381bb444c704a89ef196c0ab8ad386c611f5df4e406179208d7806c404f7ca31933a0731a37a114f16116cc0719b6036139631ee1da4ea3fe0d84542b958f5d5aac798270d7fb5c941fa3ac66342c6519116f40a506f4aebd4e46c4fddedafaed8557611aa35c3ca2ffdb0a78428f93941412c2333b612d9b77a20027c415438fcb3eeb6084674dc05e076619053bc9797f7ca709c3b0e515b40a37dc', 1795517346, 1795517346);
INSERT INTO public.sessions VALUES ('\x12d972f91456e2d3a1dc09bacd793703f02f7fd16e33c90b0e32d31fe4361ece', 8, '\x01ecf6dcf64be2b44311809a40d4d04d83764556b847f3d33debdb753ec8870a05cf3077eb82c3449944c324e26b12d62864c32e2f6a8131b065213016d2568826837f30b500e51b70a34ac02eec5547f821789eefd538bb466cd81f0eb9ae3569a85978e15414abedca395abfa81124de73a70f4abc10e9e3ed94164ff162547a06d1f6d178c517c5835f174260bdec6d8fb274b1cee9d91b789fe4be0b110c139971ad7a91580faab6f3238f6870d47e0cde190adfe6b8802c042e81def75f02119df458bec48b5798d324be102256b120d25423d5b4bc90', 1795517410, 1795517410);
INSERT INTO public.sessions VALUES ('\x1f1529635d45904a9bac9e0d69bd009cebebdf5d5e86e3ed012a603215fd4e36', 10, '\x017955db88a3136bd4540f420bf2eb4f4e1fef6cd4cb25cbaf2fee4a82c80b56cb86769b96ba2d2d9cc403a06f5f70850d76d2acec4d85fd694a240be3c696e14b22d6fbb06d738936743b4ede032cf5295bf0594350a24ad8fd4370b3a730a79391d3b6aa9f3f61c3bde1b6ec7fd7df38c4e679241cf5f655c3293dce08d793b869e2868222c40b6a3f561732975498e20116189a4f533add76eaa6e452f04029c772c63620e4ff21fc765d1ede9c0fa007572b4f47851e9574bb7225e134e19c60d80a09b453cac9558965f41f0d2fdbd29fb2f3d9fb90a6', 1795431194, 1795517474);
INSERT INTO public.sessions VALUES ('\xbde03600370d7ccffd7e23c94f72eb4c7ea5d168006284b6a29eb4526fb1d2e1', 10, '\x011310e8fabd98c50c5b76455e1bcd908146a82856a830905b8358a37c5bbf6f71b9f1f7359f4b890d8b19041f4ecbb3aea782a043ffb8dd39cf9ebd09d0b64ff70ae795d761c3bb62493b8bae2312f7e188f57cbd338b4949a338dcb57414e4bb3090b01b845f79752fe01c3f39874365248cd0b221d97b2072fd25f675a387fdcfe485ae9b37c318e2d05426f5f6833e336909d80881e00a93ddb5dd2f4bb49fee4d7df35859e4b1d0d72cae55b46aaf154d81fd724d14fef72ebfbfdb74c4405522495cd6d843b4222a4bec1edbeecc87549fed38d80116', 1795517474, 1795517474);
INSERT INTO public.sessions VALUES ('\xac1cf8e8f97be519dbc789ee860dc1ed00ff438286a50762ea06d68068f0e24e', 5, '\x01d86a7366b6b8b991e3e4c3bed5b8d69a3d2326fe03e0072c557fc371c7b177cf36776f74eb3b1c3fd7a824ead823bbb8b09102fb8285faaf8ee3896fe541f1183b68f59a0c1f3edb67e2ee7fb15dbd769a32effac0efa095d7eb98f3a853064769a534e96eea905690aa053133b984daccc7f1a0b3d5dcc927ca0d1764239dbde95f3b40b884b5ec08c0f501407c392ec6339c3b5b851835ac0b68e3c9410591807307d96168a45673fb1d685aea7fc1c6d795b273d208107dc0e7bbecc4d716a65a11477e7b658938a5f96e1c1e77df0f354b4827e254761714f0', 1795517596, 1795517599);
INSERT INTO public.sessions VALUES ('\xe97a0930625343ad6e0d1d786e68d99119b3f0a746cbc20b069595a0a859ed94', 5, '\x017ce6fe2dc5b290376dfe033aa6a1a0f73cbd24fd191532299d4874b0ff6272e95e19bcfde79922ba35f19df6be2ce46e20a773c11767190896b0ebcac8fa1d29a324fc6df7bb9a967b5dd4ed95e84fe3136397807a85818f116c3d35b4bc2405107824dc78d5b3de630a6e712eddef0877c68bf1d6c4d8ecabbd4830738ea2531adbc19ff17ffdc049316bd9dff5d046ad9e3af26ba2bd58cc0345538fcac90102e6f66e38ef19755604429e0f580ab3d7d3ee02c8e97023f713eaa75b8bac925685d7c4fc5c9634b8943ce1699c1cb33fd1d21298f6153a16ed2f', 1795517660, 1795517663);


--
-- Name: audit_inbox_place_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audit_inbox_place_seq', 134, true);


--
-- Name: forms_rowid_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.forms_rowid_seq', 27, true);


--
-- Name: _sqlx_migrations _sqlx_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public._sqlx_migrations
    ADD CONSTRAINT _sqlx_migrations_pkey PRIMARY KEY (version);


--
-- Name: allowances allowances_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.allowances
    ADD CONSTRAINT allowances_pkey PRIMARY KEY (key);


--
-- Name: audit_inbox audit_inbox_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_inbox
    ADD CONSTRAINT audit_inbox_pkey PRIMARY KEY (place);


--
-- Name: audit audit_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (number);


--
-- Name: audit audit_place_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_place_key UNIQUE (place);


--
-- Name: challenges challenges_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.challenges
    ADD CONSTRAINT challenges_pkey PRIMARY KEY (id);


--
-- Name: codes codes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.codes
    ADD CONSTRAINT codes_pkey PRIMARY KEY (session, journey);


--
-- Name: devices devices_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.devices
    ADD CONSTRAINT devices_pkey PRIMARY KEY (digest, journey);


--
-- Name: forms forms_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.forms
    ADD CONSTRAINT forms_pkey PRIMARY KEY (digest);


--
-- Name: forms forms_rowid_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.forms
    ADD CONSTRAINT forms_rowid_key UNIQUE (rowid);


--
-- Name: journeys journeys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.journeys
    ADD CONSTRAINT journeys_pkey PRIMARY KEY (id);


--
-- Name: journeys journeys_receipt_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.journeys
    ADD CONSTRAINT journeys_receipt_key UNIQUE (receipt);


--
-- Name: links links_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.links
    ADD CONSTRAINT links_pkey PRIMARY KEY (digest);


--
-- Name: look_up_keys look_up_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.look_up_keys
    ADD CONSTRAINT look_up_keys_pkey PRIMARY KEY (purpose);


--
-- Name: outbox outbox_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);


--
-- Name: sessions sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (digest);


--
-- Name: audit_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_by_age ON public.audit USING btree (at);


--
-- Name: audit_checkpoints; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_checkpoints ON public.audit USING btree (through) WHERE (through IS NOT NULL);


--
-- Name: challenges_by_session; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX challenges_by_session ON public.challenges USING btree (session);


--
-- Name: codes_by_journey; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX codes_by_journey ON public.codes USING btree (journey);


--
-- Name: devices_by_journey; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX devices_by_journey ON public.devices USING btree (journey);


--
-- Name: forms_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX forms_by_age ON public.forms USING btree (issued_at);


--
-- Name: journeys_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX journeys_by_age ON public.journeys USING btree (stage, changed_at);


--
-- Name: journeys_by_form; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX journeys_by_form ON public.journeys USING btree (form_digest);


--
-- Name: journeys_by_photo; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX journeys_by_photo ON public.journeys USING btree (photo_key) WHERE (photo_key IS NOT NULL);


--
-- Name: journeys_handed_over; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX journeys_handed_over ON public.journeys USING btree (handed_over_at) WHERE (handed_over_at IS NOT NULL);


--
-- Name: journeys_one_submission; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX journeys_one_submission ON public.journeys USING btree (form_digest) WHERE (stage = 'submitted'::text);


--
-- Name: journeys_sent_in; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX journeys_sent_in ON public.journeys USING btree (changed_at, receipt) WHERE (stage = 'submitted'::text);


--
-- Name: journeys_waiting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX journeys_waiting ON public.journeys USING btree (changed_at, receipt) WHERE ((stage = 'submitted'::text) AND (handed_over_at IS NULL));


--
-- Name: links_by_journey; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX links_by_journey ON public.links USING btree (journey);


--
-- Name: outbox_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outbox_due ON public.outbox USING btree (due_at) WHERE (outcome IS NULL);


--
-- Name: outbox_failed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outbox_failed ON public.outbox USING btree (queued_at) WHERE (outcome = 'failed'::text);


--
-- Name: outbox_waiting_by_journey; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outbox_waiting_by_journey ON public.outbox USING btree (journey) WHERE (outcome IS NULL);


--
-- Name: sessions_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_by_age ON public.sessions USING btree (seen_at);


--
-- Name: audit audit_goes_behind_a_checkpoint; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_goes_behind_a_checkpoint BEFORE DELETE ON public.audit FOR EACH ROW EXECUTE FUNCTION public.audit_goes_behind_a_checkpoint();


--
-- Name: audit_inbox audit_inbox_goes_into_the_chain; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_inbox_goes_into_the_chain BEFORE DELETE ON public.audit_inbox FOR EACH ROW EXECUTE FUNCTION public.audit_inbox_goes_into_the_chain();


--
-- Name: audit_inbox audit_inbox_is_not_emptied; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_inbox_is_not_emptied BEFORE TRUNCATE ON public.audit_inbox FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuses();


--
-- Name: audit_inbox audit_inbox_stays_as_it_is; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_inbox_stays_as_it_is BEFORE UPDATE ON public.audit_inbox FOR EACH ROW EXECUTE FUNCTION public.audit_refuses();


--
-- Name: audit audit_is_not_emptied; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuses();


--
-- Name: audit audit_stays_as_it_is; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_stays_as_it_is BEFORE UPDATE ON public.audit FOR EACH ROW EXECUTE FUNCTION public.audit_refuses();


--
-- Name: codes codes_journey_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.codes
    ADD CONSTRAINT codes_journey_fkey FOREIGN KEY (journey) REFERENCES public.journeys(id) ON DELETE CASCADE;


--
-- Name: codes codes_session_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.codes
    ADD CONSTRAINT codes_session_fkey FOREIGN KEY (session) REFERENCES public.sessions(digest) ON DELETE CASCADE;


--
-- Name: devices devices_journey_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.devices
    ADD CONSTRAINT devices_journey_fkey FOREIGN KEY (journey) REFERENCES public.journeys(id) ON DELETE CASCADE;


--
-- Name: links links_journey_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.links
    ADD CONSTRAINT links_journey_fkey FOREIGN KEY (journey) REFERENCES public.journeys(id) ON DELETE CASCADE;


--
-- PostgreSQL database dump complete
--


