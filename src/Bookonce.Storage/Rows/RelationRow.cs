using Bookonce.Domain.Relations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>An account of Exact in the mirror; see <see cref="Relation"/>.</summary>
internal sealed class RelationRow
{
    public required Guid AdministrationId { get; init; }
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string? VatNumber { get; init; }
    public required string? CompanyNumber { get; init; }
    public required string? Postcode { get; init; }
    public required bool IsCustomer { get; init; }
    public required bool IsBlocked { get; init; }
    public required string? Remarks { get; init; }

    public static RelationRow Of(Guid administration, Relation relation) =>
        new()
        {
            AdministrationId = administration,
            Id = relation.Id,
            Code = relation.Code,
            Name = relation.Name,
            VatNumber = relation.VatNumber,
            CompanyNumber = relation.CompanyNumber,
            Postcode = relation.Postcode,
            IsCustomer = relation.IsCustomer,
            IsBlocked = relation.IsBlocked,
            Remarks = relation.Remarks,
        };

    public Relation ToRelation() =>
        new()
        {
            Id = Id,
            Code = Code,
            Name = Name,
            VatNumber = VatNumber,
            CompanyNumber = CompanyNumber,
            Postcode = Postcode,
            IsCustomer = IsCustomer,
            IsBlocked = IsBlocked,
            Remarks = Remarks,
        };
}

internal sealed class RelationTable : IEntityTypeConfiguration<RelationRow>
{
    public void Configure(EntityTypeBuilder<RelationRow> builder)
    {
        builder.HasKey(row => new { row.AdministrationId, row.Id });
        builder.HasOne<AdministrationRow>().WithMany().HasForeignKey(row => row.AdministrationId);
    }
}
