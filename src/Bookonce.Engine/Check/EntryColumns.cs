namespace Bookonce.Engine.Check;

/// <summary>What the columns of a list of entries are called, the surest first.</summary>
static class EntryColumns
{
    public static ColumnSet Set { get; } =
        new(
            "entries",
            [
                new("entry_id", "id entryguid guid uuid boekingid boekingsid transactionid identifiant idecriture"),
                new("journal", "journalcode dagboek dagboekcode codejournal journaal"),
                new(
                    "year",
                    """
                    financialyear fiscalyear reportingyear bookyear boekjaar jaar exercice exercicecomptable annee
                    anneecomptable
                    """
                ),
                new(
                    "entry_number",
                    """
                    entryno entrynr bookingnumber bookingno boekstuknummer boekstuknr bkstnr boekstuk boekingsnummer
                    boekingsnr boekingnummer numerodecriture numeroecriture necriture numerodepiece numeropiece npiece
                    nopiece piece volgnummer number nummer nr no numero
                    """
                ),
                new(
                    "date",
                    """
                    entrydate bookingdate boekdatum boekingsdatum boekstukdatum datum dateecriture datedecriture
                    datedelecriture datecomptable datepiece datedepiece transactiondate documentdate invoicedate
                    factuurdatum datefacture datedefacture
                    """
                ),
                new("due_date", "due paymentduedate vervaldatum vervaldag echeance datedecheance dateecheance"),
                new(
                    "account_code",
                    """
                    customercode relationcode relatiecode coderelatie klantcode klantnummer klantnr debiteurcode
                    debiteurnummer debiteurnr codeclient codedutiers codetiers numeroclient numerodeclient comptetiers
                    """
                ),
                new(
                    "account_name",
                    """
                    customername relationname relatienaam naamrelatie klantnaam naamklant debiteurnaam naamdebiteur
                    nomclient nomduclient nomdutiers nomtiers account customer relation client relatie klant debiteur
                    tiers naam name nom
                    """
                ),
                new(
                    "account_vat",
                    """
                    vatnumber vatno customervat customervatnumber btwnummer btwnr ondernemingsnummer numerodetva
                    numerotva notva ntva numerodentreprise
                    """
                ),
                new("currency", "currencycode munt muntcode munteenheid valuta valutacode devise monnaie codedevise"),
                new(
                    "amount_incl",
                    """
                    amountinclvat amountincludingvat totalincl totalinclvat amountfc grossamount bedragincl
                    bedraginclbtw bedraginclusiefbtw inclbtw totaalincl totaalinclbtw totaalinclusiefbtw bedragvv
                    montantttc totalttc ttc montanttvac totaltvac tvac montanttvacomprise montantendevise montantdevise
                    factuurbedrag amount bedrag montant total totaal totalamount totaalbedrag montanttotal bedrageur
                    amounteur montanteur
                    """
                ),
                new(
                    "amount_dc",
                    """
                    amountdefaultcurrency amountincurrencyofthebooks bedragdc bedragstandaardvaluta
                    bedragadministratievaluta bedragbasisvaluta montantdevisedebase montantendevisedebase
                    montantdevisestandard
                    """
                ),
                new("vat_amount", "vat amountvat btwbedrag bedragbtw btw montanttva montantdetva montantdelatva tva"),
                new(
                    "your_ref",
                    """
                    yourreference uwref uwreferentie uwkenmerk votreref votrereference reference referentie ref kenmerk
                    """
                ),
                new(
                    "payment_reference",
                    """
                    paymentref structuredreference structuredcommunication betalingsreferentie betalingskenmerk
                    gestructureerdemededeling mededeling ogm communicationstructuree communication referencedepaiement
                    referencepaiement
                    """
                ),
                new("description", "omschrijving beschrijving libelle tekst text details remark opmerking"),
                new(
                    "invoice_number",
                    """
                    invoiceno invoicenr factuurnummer factuurnr numerodefacture numerofacture nofacture nfacture
                    documentnumber documentnummer ourref onzeref notreref
                    """
                ),
            ],
            [
                ["entry_id", "entry_number"],
                ["date"],
                ["amount_incl"],
            ]
        );
}
