namespace Bookonce.Engine.Check;

/// <summary>What the columns of a list of documents are called, the surest first.</summary>
static class DocumentColumns
{
    public static ColumnSet Set { get; } =
        new(
            "documents",
            [
                new("id", "documentid invoiceid uuid guid factuurid identifiant"),
                new(
                    "kind",
                    """
                    documentkind documenttype type soort documentsoort soortdocument typedocument typededocument nature
                    """
                ),
                new(
                    "number",
                    """
                    documentnumber invoicenumber invoiceno invoicenr nummer factuurnummer factuurnr documentnummer
                    documentnr numero numerodefacture numerofacture numerodudocument numerodocument nofacture
                    nodefacture nfacture ndefacture facturen nr no factuur facture invoice
                    """
                ),
                new(
                    "date",
                    """
                    documentdate invoicedate issuedate datum factuurdatum documentdatum datefacture datedefacture
                    datedocument datedudocument datedelafacture datedemission
                    """
                ),
                new("due_date", "due dueon paymentduedate vervaldatum vervaldag echeance datedecheance dateecheance"),
                new(
                    "customer_name",
                    """
                    customer client clientname klant klantnaam naamklant nomclient nomduclient customerorsupplier
                    relatie relatienaam debiteur debiteurnaam bedrijf bedrijfsnaam company companyname societe naam name
                    nom
                    """
                ),
                new(
                    "customer_vat",
                    """
                    vatnumber vatno customervatnumber btwnummer btwnr btwnummerklant klantbtwnummer ondernemingsnummer
                    numerodetva numerotva notva ntva tvaclient tvaintracom numerodentreprise
                    """
                ),
                new("currency", "currencycode munt muntcode munteenheid valuta valutacode devise monnaie codedevise"),
                new(
                    "total_excl",
                    """
                    totalexclvat totalexcludingvat amountexcl amountexclvat netamount nettotal net subtotal totaalexcl
                    totaalexclbtw totaalexclusiefbtw bedragexcl bedragexclbtw bedragexclusiefbtw exclbtw netto
                    nettobedrag totalht montantht ht totalhtva montanthtva htva totalhorstva montanthorstva horstva
                    """
                ),
                new(
                    "total_incl",
                    """
                    totalinclvat totalincludingvat amountincl amountinclvat grossamount grosstotal gross totaalincl
                    totaalinclbtw totaalinclusiefbtw bedragincl bedraginclbtw bedraginclusiefbtw inclbtw brutobedrag
                    bruto totalttc montantttc ttc totaltvac montanttvac tvac totaltvacomprise montanttvacomprise
                    totaltvaincluse total totaal totalamount totaalbedrag factuurbedrag amount bedrag montant
                    montanttotal
                    """
                ),
                new(
                    "payment_reference",
                    """
                    structuredreference structuredcommunication paymentref betalingsreferentie betalingskenmerk
                    gestructureerdemededeling mededeling ogm vcs communicationstructuree communication
                    referencedepaiement referencepaiement
                    """
                ),
                new(
                    "booking_number",
                    """
                    bookingno bookingnr entrynumber entryno boekingsnummer boekingnummer boekingsnr boeknummer
                    boekstuknummer boekstuknr boekstuk numerodecriture numeroecriture numerodepiece numerocomptable
                    numerodecomptabilisation nopiece
                    """
                ),
            ],
            [
                ["id", "number"],
                ["date"],
                ["total_incl"],
            ]
        );
}
