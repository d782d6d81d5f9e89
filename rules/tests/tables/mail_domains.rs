//! Domains of mail addresses that are asked about, and those that are not.

use rules::MailAddress;

use crate::test;

fn suggestion(domain: &str) -> Option<String> {
    let mail = MailAddress::parse(&format!("taro@{domain}")).unwrap();
    mail.suggest_domain()
}

#[test]
fn common_slips_are_noticed() {
    for (typed, meant) in [
        ("gmial.com", "gmail.com"),
        ("gmai.com", "gmail.com"),
        ("gmail.con", "gmail.com"),
        ("gmail.co", "gmail.com"),
        ("gmaill.com", "gmail.com"),
        ("gmaill.con", "gmail.com"),
        ("gamil.com", "gmail.com"),
        ("gmail.co.jp", "gmail.com"),
        ("gmail.jp", "gmail.com"),
        ("yaho.co.jp", "yahoo.co.jp"),
        ("yahoo.co.jo", "yahoo.co.jp"),
        ("yahooo.co.jp", "yahoo.co.jp"),
        ("yafoo.co.jp", "yahoo.co.jp"),
        ("yahoo.cojp", "yahoo.co.jp"),
        ("yahooco.jp", "yahoo.co.jp"),
        ("docomo.ne.jo", "docomo.ne.jp"),
        ("dokomo.ne.jp", "docomo.ne.jp"),
        ("docomone.jp", "docomo.ne.jp"),
        ("docomo.co.jp", "docomo.ne.jp"),
        ("ezwed.ne.jp", "ezweb.ne.jp"),
        ("ezewb.ne.jp", "ezweb.ne.jp"),
        ("i.sofbank.jp", "i.softbank.jp"),
        ("isoftbank.jp", "i.softbank.jp"),
        ("softbank.ne.jo", "softbank.ne.jp"),
        ("iclod.com", "icloud.com"),
        ("icluod.com", "icloud.com"),
        ("outlok.jp", "outlook.jp"),
        ("hotmai.com", "hotmail.com"),
        ("ocn.ne.jo", "ocn.ne.jp"),
        ("sonet.ne.jp", "so-net.ne.jp"),
        ("jcom.hone.ne.jp", "jcom.home.ne.jp"),
    ] {
        assert_eq!(suggestion(typed).as_deref(), Some(meant), "{typed}");
    }
}

/// Under these, providers and carriers in Japan have given out addresses, and those that
/// people there use from abroad.
const PROVIDERS: &str = "
    gmail.com yahoo.co.jp docomo.ne.jp ezweb.ne.jp au.com i.softbank.jp softbank.ne.jp icloud.com
    me.com mac.com outlook.jp outlook.com hotmail.com hotmail.co.jp live.jp live.com msn.com
    yahoo.com y-mobile.ne.jp ymobile.ne.jp uqmobile.jp rakumail.jp nifty.com biglobe.ne.jp
    so-net.ne.jp ocn.ne.jp plala.or.jp dion.ne.jp jcom.home.ne.jp jcom.zaq.ne.jp asahi-net.or.jp
    excite.co.jp mineo.jp aol.com qq.com 163.com 126.com naver.com daum.net hanmail.net mail.com
    gmx.com gmx.net email.com ymail.com rocketmail.com pm.me protonmail.com hey.com tim.com web.de
    ymail.ne.jp emobile.ne.jp emobile-s.ne.jp emnet.ne.jp ido.ne.jp yahoo.ne.jp i.softbank.ne.jp
    vodafone.ne.jp d.vodafone.ne.jp t.vodafone.ne.jp disney.ne.jp disneymobile.ne.jp willcom.com
    wcm.ne.jp pdx.ne.jp di.pdx.ne.jp sky.tkk.ne.jp sky.tu-ka.ne.jp tu-ka.ne.jp mopera.net
    mopera.ne.jp dct.dion.ne.jp a2.dion.ne.jp auone.jp auone-net.jp auhikari.jp uqwimax.jp
    rakuten.jp rakuten.ne.jp iijmio-mail.jp bmobile.ne.jp nuro.jp lalamail.com kcn.ne.jp kcn.jp
    wbs.ne.jp mco.ne.jp oct.ne.jp odn.ne.jp odn.ad.jp dti.ne.jp dtidata.jp hi-ho.ne.jp infoweb.ne.jp
    nifty.ne.jp asahi-net.ne.jp sannet.ne.jp tiki.ne.jp dream.com dream.jp cyber-home.ne.jp
    interlink.or.jp infosnow.ne.jp sea.plala.or.jp mx1.tiki.ne.jp bekkoame.ne.jp rim.or.jp
    alles.or.jp alpha-net.ne.jp att.ne.jp att-n.jp bcc.ad.jp bb-west.ne.jp rose.ocn.ne.jp
    ba2.so-net.ne.jp kd5.so-net.ne.jp yk.rim.or.jp mvi.biglobe.ne.jp mtj.biglobe.ne.jp eonet.ne.jp
    zeus.eonet.ne.jp maia.eonet.ne.jp iris.eonet.ne.jp zaq.ne.jp zaq.jp bca.bai.ne.jp bai.ne.jp
    hera.eonet.ne.jp pearl.ocn.ne.jp ybb.ne.jp bbtec.net bbexcite.jp excite.ne.jp goo.jp goo.ne.jp
    mail.goo.ne.jp infoseek.jp livedoor.com lycos.jp fresheye.com tcn.ne.jp tvt.ne.jp tnc.ne.jp
    thn.ne.jp tokai.or.jp tees.ne.jp tbz.or.jp lcv.ne.jp ctk.ne.jp ctt.ne.jp ctv.co.jp ccn.ne.jp
    ccn3.aitai.ne.jp ncn.ne.jp ncv.ne.jp ncv.jp nct9.ne.jp nns.ne.jp nsk.ne.jp ocv.ne.jp octv.ne.jp
    oct-net.ne.jp onn.ne.jp kcv.ne.jp kct.ne.jp kctv.ne.jp kbn.ne.jp kvision.ne.jp mctv.ne.jp
    mcat.ne.jp hicat.ne.jp hct.zaq.ne.jp hcn.zaq.ne.jp hokkai.net icn-tv.ne.jp itscom.net itscom.jp
    catv.ne.jp catv-mic.ne.jp baynet.ne.jp bbiq.jp bunbun.ne.jp canvas.ne.jp chive.ocn.ne.jp
    clovernet.ne.jp coara.or.jp commufa.jp enjoy.ne.jp fitweb.or.jp gctv.ne.jp incl.ne.jp
    janis.or.jp valley.ne.jp avis.ne.jp katch.ne.jp medias.ne.jp amigo.ne.jp starcat.ne.jp
    megaegg.ne.jp mable.ne.jp netyou.jp nirai.ne.jp ii-okinawa.ne.jp orion.ne.jp pikara.ne.jp
    mb.pikara.ne.jp qtnet.ne.jp spacelan.ne.jp synapse.ne.jp ueda.ne.jp yct.ne.jp ytv.ne.jp
    s-net.ne.jp plaza.or.jp nifty.jp softbank.jp softbank.co.jp ymobile1.ne.jp docomo-camera.ne.jp
    outlook.kr hotmail.fr hotmail.co.uk msn.co.jp live.cn
";

#[test]
fn providers_and_carriers_are_never_doubted() {
    for domain in PROVIDERS.split_whitespace() {
        assert_eq!(suggestion(domain), None, "{domain}");
    }
}

#[test]
fn other_domains_are_left_alone() {
    for domain in "
    example.jp city.example.lg.jp u-tokyo.ac.jp sony.com ab.com yahoo.fr yahoo.co.uk keio.jp live.fr
    live.ca au.jp au.co me.co nec.com ntt.com tokyo.jp fmail.com outlook.fr mobile.jp com.jp
    "
    .split_whitespace()
    {
        assert_eq!(suggestion(domain), None, "{domain}");
    }
}
