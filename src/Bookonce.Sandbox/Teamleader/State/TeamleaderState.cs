using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Teamleader.OAuth;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader;

/// <summary>
/// Everything that one Teamleader account holds. Thread-safe: one lock guards all of it, and the records given out never change.
/// Use <c>Plant</c> to put things in as if they had always been there; no rule of the service is checked then,
/// except that what a record refers to must be there.
/// </summary>
public sealed partial class TeamleaderState(TimeProvider clock, SeededIds ids)
{
    internal Lock Gate { get; } = new();
    internal TimeProvider Clock { get; } = clock;
    internal SeededIds Ids { get; } = ids;

    internal OrderedDictionary<Guid, Department> DepartmentsById { get; } = [];
    internal OrderedDictionary<Guid, TaxRate> TaxRatesById { get; } = [];
    internal OrderedDictionary<Guid, TaxRate> WithholdingTaxRatesById { get; } = [];
    internal OrderedDictionary<Guid, PaymentTerm> PaymentTermsById { get; } = [];
    internal OrderedDictionary<Guid, PaymentMethod> PaymentMethodsById { get; } = [];
    internal OrderedDictionary<Guid, ProductCategory> ProductCategoriesById { get; } = [];
    internal OrderedDictionary<Guid, CommercialDiscount> CommercialDiscountsById { get; } = [];
    internal OrderedDictionary<Guid, User> UsersById { get; } = [];
    internal OrderedDictionary<Guid, UnitOfMeasure> UnitsOfMeasureById { get; } = [];
    internal OrderedDictionary<Guid, Product> ProductsById { get; } = [];
    internal OrderedDictionary<Guid, CustomFieldDefinition> CustomFieldDefinitionsById { get; } = [];
    internal OrderedDictionary<Guid, Company> CompaniesById { get; } = [];
    internal OrderedDictionary<Guid, Contact> ContactsById { get; } = [];
    internal DocumentShelf<Invoice> InvoiceShelf { get; } = new(" / ");
    internal DocumentShelf<CreditNote> CreditNoteShelf { get; } = new("/");

    internal Grants Grants { get; } = new(clock, ids);

    /// <summary>The account's id, as <c>users.me</c> shows it.</summary>
    public Guid AccountId { get; } = ids.Next();

    /// <summary>Layout that documents get; the sandbox knows one.</summary>
    internal Guid DocumentTemplateId { get; } = ids.Next();

    /// <summary>How the sandbox answers what the service leaves undocumented; may change at any time.</summary>
    public TeamleaderSwitches Switches
    {
        get
        {
            lock (Gate)
                return field;
        }
        set
        {
            lock (Gate)
                field = value;
        }
    } = new();

    /// <summary>Whether the account keeps people and programs from editing or deleting booked documents.</summary>
    public bool BookedDocumentsLocked
    {
        get
        {
            lock (Gate)
                return field;
        }
        set
        {
            lock (Gate)
                field = value;
        }
    }

    /// <summary>The departments, default first.</summary>
    public IReadOnlyList<Department> Departments => Snapshot(DepartmentsById.Values);

    /// <summary>The VAT rates of all departments.</summary>
    public IReadOnlyList<TaxRate> TaxRates => Snapshot(TaxRatesById.Values);

    /// <summary>The product categories.</summary>
    public IReadOnlyList<ProductCategory> ProductCategories => Snapshot(ProductCategoriesById.Values);

    /// <summary>The companies, oldest first.</summary>
    public IReadOnlyList<Company> Companies => Snapshot(CompaniesById.Values);

    /// <summary>The contacts, oldest first.</summary>
    public IReadOnlyList<Contact> Contacts => Snapshot(ContactsById.Values);

    /// <summary>All invoices and drafts by date, drafts without a date last.</summary>
    public IReadOnlyList<Invoice> Invoices => Snapshot(InvoiceShelf.ByDate);

    /// <summary>All credit notes by date.</summary>
    public IReadOnlyList<CreditNote> CreditNotes => Snapshot(CreditNoteShelf.ByDate);

    /// <summary>The invoice or draft with this id, if there is one.</summary>
    public Invoice? FindInvoice(Guid id)
    {
        lock (Gate)
            return InvoiceShelf.Find(id);
    }

    /// <summary>The credit note with this id, if there is one.</summary>
    public CreditNote? FindCreditNote(Guid id)
    {
        lock (Gate)
            return CreditNoteShelf.Find(id);
    }

    /// <summary>Ends all access at once, as uninstalling the integration does: tokens and codes are refused from then on.</summary>
    public void RevokeAccess()
    {
        lock (Gate)
        {
            Grants.Revoke();
            if (Switches.WebhooksAfterRevocation == WebhooksAfterRevocation.Die)
                Webhooks.Clear();
        }
    }

    /// <summary>The first user; an account without users gets one.</summary>
    internal User ConsentingUser
    {
        get
        {
            lock (Gate)
                return UsersById.Count > 0 ? UsersById.GetAt(0).Value : Plant(FirstUser);
        }
    }

    static User FirstUser =>
        new()
        {
            FirstName = "Noor",
            LastName = "Peeters",
            Email = "noor@voorbeeld.test",
        };

    internal DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Today in UTC, where the service needs a date that nobody gave.</summary>
    internal DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    internal Relation? FindRelation(CustomerReference customer) =>
        customer.Kind == CustomerKind.Company
            ? CompaniesById.GetValueOrDefault(customer.Id)
            : ContactsById.GetValueOrDefault(customer.Id);

    /// <summary>Lets documents name a deleted customer no longer, if a switch says so.</summary>
    internal void Forget(CustomerReference customer)
    {
        if (Switches.DeletedCustomer == DeletedCustomer.StillNamed)
            return;
        foreach (var invoice in InvoiceShelf.ByDate.Where(each => each.Invoicee.Customer == customer).ToList())
            InvoiceShelf.Put(invoice with { Invoicee = invoice.Invoicee with { CustomerGone = true } });
        foreach (var note in CreditNoteShelf.ByDate.Where(each => each.Invoicee.Customer == customer).ToList())
            CreditNoteShelf.Put(note with { Invoicee = note.Invoicee with { CustomerGone = true } });
    }

    internal Arithmetic ArithmeticIn(string currency) =>
        new(currency, Switches, id => TaxRatesById[id].Rate, id => WithholdingTaxRatesById[id].Rate);

    List<T> Snapshot<T>(IEnumerable<T> records)
    {
        lock (Gate)
            return [.. records];
    }
}
