using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader;

public sealed partial class TeamleaderState
{
    /// <summary>Puts in a company entity; the first is the default. Answers it with its id.</summary>
    public Department Plant(Department department)
    {
        lock (Gate)
            return Store(
                DepartmentsById,
                department with
                {
                    Id = IdOr(department.Id),
                    CreatedAt = MomentOr(department.CreatedAt),
                },
                department => department.Id
            );
    }

    /// <summary>Puts in a VAT rate. Answers it with its id.</summary>
    public TaxRate Plant(TaxRate rate)
    {
        lock (Gate)
            return Store(TaxRatesById, rate with { Id = IdOr(rate.Id) }, rate => rate.Id);
    }

    /// <summary>Puts in a VAT rate. Answers it with its id.</summary>
    /// <param name="departmentId">The department whose documents may use it.</param>
    /// <param name="description">What the user reads.</param>
    /// <param name="rate">The rate as a fraction: 0.21 for 21 %.</param>
    public TaxRate PlantTaxRate(Guid departmentId, string description, decimal rate) =>
        Plant(
            new TaxRate
            {
                DepartmentId = departmentId,
                Description = description,
                Rate = rate,
            }
        );

    /// <summary>Puts in a withholding rate. Answers it with its id.</summary>
    public TaxRate PlantWithholding(TaxRate rate)
    {
        lock (Gate)
            return Store(WithholdingTaxRatesById, rate with { Id = IdOr(rate.Id) }, rate => rate.Id);
    }

    /// <summary>Puts in a payment term; the first is the default. Answers it with its id.</summary>
    public PaymentTerm PlantPaymentTerm(Term term)
    {
        lock (Gate)
            return Store(PaymentTermsById, new PaymentTerm { Id = Ids.Next(), Term = term }, stored => stored.Id);
    }

    /// <summary>Puts in a way of paying. Answers it with its id.</summary>
    public PaymentMethod Plant(PaymentMethod method)
    {
        lock (Gate)
            return Store(PaymentMethodsById, method with { Id = IdOr(method.Id) }, stored => stored.Id);
    }

    /// <summary>Puts in a product category. Answers it with its id.</summary>
    public ProductCategory Plant(ProductCategory category)
    {
        lock (Gate)
            return Store(ProductCategoriesById, category with { Id = IdOr(category.Id) }, stored => stored.Id);
    }

    /// <summary>Puts in a product category. Answers it with its id.</summary>
    /// <param name="name">What the user reads.</param>
    /// <param name="ledgers">Its ledger account number in each department that has one.</param>
    public ProductCategory PlantProductCategory(string name, params LedgerNumber[] ledgers) =>
        Plant(new ProductCategory { Name = name, Ledgers = ledgers });

    /// <summary>Puts in a commercial discount. Answers it with its id.</summary>
    public CommercialDiscount Plant(CommercialDiscount discount)
    {
        lock (Gate)
            return Store(CommercialDiscountsById, discount with { Id = IdOr(discount.Id) }, stored => stored.Id);
    }

    /// <summary>Puts in a user; the first is the one who consents. Answers it with its id.</summary>
    public User Plant(User user)
    {
        lock (Gate)
            return Store(UsersById, user with { Id = IdOr(user.Id) }, stored => stored.Id);
    }

    /// <summary>Puts in a unit of measure. Answers it with its id.</summary>
    public UnitOfMeasure Plant(UnitOfMeasure unit)
    {
        lock (Gate)
            return Store(UnitsOfMeasureById, unit with { Id = IdOr(unit.Id) }, stored => stored.Id);
    }

    /// <summary>Puts in a custom field definition. Answers it with its id.</summary>
    public CustomFieldDefinition Plant(CustomFieldDefinition definition)
    {
        lock (Gate)
            return Store(CustomFieldDefinitionsById, definition with { Id = IdOr(definition.Id) }, stored => stored.Id);
    }

    /// <summary>Puts in a product. Answers it with its id.</summary>
    public Product Plant(Product product)
    {
        lock (Gate)
        {
            var addedAt = MomentOr(product.AddedAt);
            return Store(
                ProductsById,
                product with
                {
                    Id = IdOr(product.Id),
                    AddedAt = addedAt,
                    UpdatedAt = product.UpdatedAt == default ? addedAt : product.UpdatedAt,
                },
                stored => stored.Id
            );
        }
    }

    /// <summary>Puts in a company. Answers it with its id.</summary>
    public Company Plant(Company company)
    {
        lock (Gate)
            return Store(CompaniesById, WithOrigin(company), stored => stored.Id);
    }

    /// <summary>Puts in a person. Answers it with its id.</summary>
    public Contact Plant(Contact contact)
    {
        lock (Gate)
            return Store(ContactsById, WithOrigin(contact), stored => stored.Id);
    }

    T WithOrigin<T>(T relation)
        where T : Relation
    {
        var addedAt = MomentOr(relation.AddedAt);
        return relation with
        {
            Id = IdOr(relation.Id),
            AddedAt = addedAt,
            UpdatedAt = relation.UpdatedAt == default ? addedAt : relation.UpdatedAt,
        };
    }

    Guid IdOr(Guid given) => given == Guid.Empty ? Ids.Next() : given;

    DateTimeOffset MomentOr(DateTimeOffset given) => given == default ? Now : given;

    static T Store<T>(OrderedDictionary<Guid, T> table, T record, Func<T, Guid> id) => table[id(record)] = record;
}
