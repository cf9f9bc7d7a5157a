package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.schema.draft07.Keyword;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The currencies that every JDK from 17 on knows: asking the one that runs would give each JDK another contract. */
final class Currencies {

    private static final String CODES =
            "ADP AED AFA AFN ALL AMD ANG AOA ARS ATS AUD AWG AYM AZM AZN BAM BBD BDT BEF BGL BGN BHD BIF BMD "
                    + "BND BOB BOV BRL BSD BTN BWP BYB BYN BYR BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CSD CUC "
                    + "CUP CVE CYP CZK DEM DJF DKK DOP DZD EEK EGP ERN ESP ETB EUR FIM FJD FKP FRF GBP GEL GHC GHS GIP "
                    + "GMD GNF GRD GTQ GWP GYD HKD HNL HRK HTG HUF IDR IEP ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS "
                    + "KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LUF LVL LYD MAD MDL MGA MGF MKD MMK MNT MOP "
                    + "MRO MRU MTL MUR MVR MWK MXN MXV MYR MZM MZN NAD NGN NIO NLG NOK NPR NZD OMR PAB PEN PGK PHP PKR "
                    + "PLN PTE PYG QAR ROL RON RSD RUB RUR RWF SAR SBD SCR SDD SDG SEK SGD SHP SIT SKK SLL SOS SRD SRG "
                    + "SSP STD STN SVC SYP SZL THB TJS TMM TMT TND TOP TPE TRL TRY TTD TWD TZS UAH UGX USD USN USS UYI "
                    + "UYU UZS VEB VEF VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XDR XFO XFU XOF XPD XPF XPT XSU "
                    + "XTS XUA XXX YER YUM ZAR ZMK ZMW ZWD ZWG ZWL ZWN ZWR";

    private Currencies() {}

    static ObjectNode schema() {
        ObjectNode schema = ScalarTypes.type("string");
        ArrayNode codes = schema.putArray(Keyword.ENUM.word());
        for (String code : CODES.split(" ", -1)) {
            codes.add(code);
        }
        return schema;
    }
}
