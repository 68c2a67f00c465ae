using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader;

public sealed partial class TeamleaderState
{
    static readonly TimeSpan TemporaryFileLife = TimeSpan.FromHours(24);
    static readonly TimeSpan IndexingDelay = TimeSpan.FromSeconds(2);

    internal OrderedDictionary<Guid, StoredFile> FilesById { get; } = [];
    internal OrderedDictionary<Guid, Note> NotesById { get; } = [];
    internal TemporaryAddresses TemporaryAddresses { get; } = new(clock, ids);

    internal OrderedDictionary<Guid, MailTemplate> MailTemplatesById { get; } =
        new(
            new[] { "invoice", "credit_note" }
                .Select(type => new MailTemplate(ids.Next(), type, "Verzenden", "nl", "#NUMBER", "In bijlage: #LINK"))
                .Select(template => KeyValuePair.Create(template.Id, template))
        );

    /// <summary>Until when a temporary address that is given out now works.</summary>
    internal DateTimeOffset TemporaryExpiry =>
        Now + (Switches.DownloadLife == DownloadLife.TenMinutes ? TimeSpan.FromMinutes(10) : TimeSpan.FromHours(1));

    /// <summary>The uploaded files, oldest first.</summary>
    public IReadOnlyList<StoredFile> Files => Snapshot(FilesById.Values);

    /// <summary>The notes on records, oldest first.</summary>
    public IReadOnlyList<Note> Notes => Snapshot(NotesById.Values);

    /// <summary>A file that is there: temporary ones vanish after a day.</summary>
    internal StoredFile? FindFile(Guid id) =>
        FilesById.GetValueOrDefault(id) is { } file
        && (file.Subject.Id is not null || Now < file.UpdatedAt + TemporaryFileLife)
            ? file
            : null;

    /// <summary>The files of a subject that show up in lists, the newest first.</summary>
    internal IEnumerable<StoredFile> FilesOf(Subject subject)
    {
        var delay = Switches.UploadedFiles == UploadedFiles.AtOnce ? default : IndexingDelay;
        return FilesById
            .Values.Reverse()
            .Where(file => file.Subject == subject && file.UpdatedAt + delay <= Now)
            .OrderByDescending(file => file.UpdatedAt);
    }

    /// <summary>Stores what was put at a temporary address.</summary>
    internal StoredFile Store(TemporaryAddresses.Upload upload, string mimeType, byte[] content) =>
        Store(
            FilesById,
            new StoredFile
            {
                Id = Ids.Next(),
                Subject = upload.Subject,
                Name = upload.Name,
                MimeType = mimeType,
                Content = content,
                Folder = upload.Folder,
                UploadedBy = upload.UserId,
                UpdatedAt = Now,
            },
            file => file.Id
        );

    /// <summary>Whether the account has what a file or a note is to be about.</summary>
    internal bool Has(Subject subject) =>
        subject.Id is { } id
        && subject.Type switch
        {
            "company" => CompaniesById.ContainsKey(id),
            "contact" => ContactsById.ContainsKey(id),
            "invoice" => InvoiceShelf.Find(id) is not null,
            "creditNote" => CreditNoteShelf.Find(id) is not null,
            "product" => ProductsById.ContainsKey(id),
            _ => false,
        };
}
