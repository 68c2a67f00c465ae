using Bookonce.Domain.Documents;
using Bookonce.Domain.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>A document: its content as it was read, and the columns by which pages sort and find it.</summary>
internal sealed class DocumentRow
{
    public required Guid ConnectionId { get; init; }
    public required Guid Id { get; init; }
    public required Guid AdministrationId { get; init; }
    public required DocumentKind Kind { get; init; }
    public required string Number { get; init; }
    public required string NumberKey { get; init; }
    public required DateOnly Date { get; init; }
    public required DateOnly? DueDate { get; init; }
    public required string Customer { get; init; }
    public required string CustomerKey { get; init; }

    /// <summary>Number and customer in upper case, so that finding does not depend on the database's idea of case.</summary>
    public required string SearchText { get; init; }
    public required Currency Currency { get; init; }
    public required decimal Net { get; init; }
    public required decimal Gross { get; init; }
    public required bool IsPaid { get; init; }
    public required string Content { get; init; }
    public required string ContentHash { get; init; }
    public required DocumentStatus Status { get; init; }
    public required Problem? Problem { get; init; }

    /// <summary>What it said before it was changed, oldest first; null while it never was.</summary>
    public required string? Former { get; init; }

    /// <summary>Deleted in Teamleader.</summary>
    public required bool IsGone { get; init; }

    public static DocumentRow Of(
        Guid administration,
        Guid connection,
        SalesDocument document,
        IReadOnlyList<SalesDocument> former
    )
    {
        var content = StorageJson.Write(document);
        return new DocumentRow
        {
            ConnectionId = connection,
            Id = document.Id,
            AdministrationId = administration,
            Kind = document.Kind,
            Number = document.Number,
            NumberKey = Rows.NumberKey.Of(document.Number),
            Date = document.Date,
            DueDate = document.DueDate,
            Customer = document.Customer.Name,
            CustomerKey = document.Customer.Name.ToUpperInvariant(),
            SearchText =
                $"{document.Number}\n{DocumentNumber.Normal(document.Number)}\n{document.Customer.Name}".ToUpperInvariant(),
            Currency = document.Currency,
            Net = document.Net,
            Gross = document.Gross,
            IsPaid = document.IsPaid,
            Content = content,
            ContentHash = Sha256.OfText(content),
            Status = DocumentStatus.New,
            Problem = null,
            Former = former is [] ? null : StorageJson.Write(former),
            IsGone = false,
        };
    }
}

internal sealed class DocumentTable : IEntityTypeConfiguration<DocumentRow>
{
    public void Configure(EntityTypeBuilder<DocumentRow> builder)
    {
        builder.HasKey(row => new { row.ConnectionId, row.Id });
        builder.HasOne<ConnectionRow>().WithMany().HasForeignKey(row => row.ConnectionId);
        builder.HasIndex(row => new { row.AdministrationId, row.Id });
        builder.HasIndex(row => new
        {
            row.ConnectionId,
            row.Kind,
            row.Date,
            row.NumberKey,
        });
    }
}
