using Bookonce.Domain.Booking;
using Bookonce.Domain.Budgets;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Domain.Numbering;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Relations;
using Bookonce.Domain.Repair;

namespace Bookonce.Engine.Store;

/// <summary>
/// The durable memory. One method is one transaction and never waits for the outside; when it returns, what it wrote
/// survives a power cut. Methods that touch an administration name the <see cref="Office"/>, and throw
/// <see cref="OfficeLostException"/> without writing when that term is over.
/// </summary>
public interface IStore
{
    /// <summary>All accesses, secrets decrypted.</summary>
    Task<IReadOnlyList<Access>> Accesses(CancellationToken stop = default);

    /// <summary>One access.</summary>
    Task<Access?> FindAccess(Guid id, CancellationToken stop = default);

    /// <summary>Adds an access or replaces it, tokens included.</summary>
    Task SaveAccess(Access access, CancellationToken stop = default);

    /// <summary>Forgets an access that no administration and no connection uses.</summary>
    Task RemoveAccess(Guid access, CancellationToken stop = default);

    /// <summary>
    /// Replaces the tokens of an access after a consent; must be durable before the tokens are used. Whoever is
    /// refreshing the earlier ones comes too late.
    /// </summary>
    Task SaveTokens(Guid access, AccessTokens? tokens, CancellationToken stop = default);

    /// <summary>
    /// Takes the turn to refresh the tokens of an access, in this process or another; null while somebody else has it.
    /// Read the tokens again afterwards: they may be new.
    /// </summary>
    /// <param name="access">The access.</param>
    /// <param name="now">The clock.</param>
    /// <param name="until">When the turn ends by itself, in case its holder dies.</param>
    /// <param name="stop">Ends the waiting.</param>
    Task<RefreshTurn?> BeginRefresh(
        Guid access,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken stop = default
    );

    /// <summary>
    /// Ends a turn. A new pair is saved unless a later turn or a consent saved one before; it must be durable before it is used.
    /// </summary>
    /// <param name="access">The access.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="tokens">The new pair; null when none came.</param>
    /// <param name="hasEnded">The service said that the chain is over; forgotten when somebody saved a pair meanwhile.</param>
    /// <param name="stop">Ends the waiting.</param>
    Task EndRefresh(
        Guid access,
        RefreshTurn turn,
        AccessTokens? tokens,
        bool hasEnded,
        CancellationToken stop = default
    );

    /// <summary>The budget as last kept, with the errors of the last hour before <paramref name="now"/>.</summary>
    Task<Budget> LoadBudget(BudgetHolder holder, DateTimeOffset now, CancellationToken stop = default);

    /// <summary>Keeps what is left of the calls, so that the next process knows it.</summary>
    Task KeepBudget(BudgetHolder holder, Allowance minute, Allowance? day, CancellationToken stop = default);

    /// <summary>Counts an error on an endpoint, and forgets those that are more than an hour old.</summary>
    /// <returns>The errors of this endpoint within the hour, the new one included, oldest first.</returns>
    Task<IReadOnlyList<SpentError>> SpendError(BudgetHolder holder, SpentError error, CancellationToken stop = default);

    /// <summary>Takes one counted error back: the call was answered without one.</summary>
    Task ReturnError(BudgetHolder holder, SpentError error, CancellationToken stop = default);

    /// <summary>All connections, by name.</summary>
    Task<IReadOnlyList<Connection>> Connections(CancellationToken stop = default);

    /// <summary>Adds a connection, and its administration when that is new.</summary>
    Task AddConnection(Connection connection, CancellationToken stop = default);

    /// <summary>Replaces the settings of a connection. An earlier start date makes the next run read Teamleader from there.</summary>
    Task SaveSettings(Guid connection, ConnectionSettings settings, CancellationToken stop = default);

    /// <summary>Releases documents, forgets the relations of customers, and lets the connection rest.</summary>
    Task Deactivate(
        Office office,
        Guid connection,
        Deactivation deactivation,
        IReadOnlyList<Guid> released,
        IReadOnlyList<CustomerKey> disconnected,
        CancellationToken stop = default
    );

    /// <summary>Ends the rest of a connection, and a pause with it; from this instant on nobody else should book there.</summary>
    Task Reconnect(
        Office office,
        Guid connection,
        ConnectionSettings settings,
        DateTimeOffset aloneSince,
        CancellationToken stop = default
    );

    /// <summary>Starts a new term of office, which ends every earlier one.</summary>
    Task<Office> TakeOffice(Guid administration, CancellationToken stop = default);

    /// <summary>Reads what a run has to know. Everything in a stable order.</summary>
    Task<Books> LoadBooks(Guid administration, CancellationToken stop = default);

    /// <summary>The documents of a connection, oldest first.</summary>
    Task<IReadOnlyList<StoredDocument>> LoadDocuments(Guid connection, CancellationToken stop = default);

    /// <summary>Until when Teamleader was followed; null before the first run.</summary>
    Task<DateTimeOffset?> TeamleaderPoint(Guid connection, CancellationToken stop = default);

    /// <summary>Replaces the masters.</summary>
    Task SaveMasters(Office office, Masters masters, DateTimeOffset readAt, CancellationToken stop = default);

    /// <summary>Brings entries into the mirror, takes vanished lines out, and moves the point.</summary>
    Task SaveEntries(
        Office office,
        IReadOnlyList<Entry> changed,
        IReadOnlyList<Guid> vanishedLines,
        ExactPoint point,
        CancellationToken stop = default
    );

    /// <summary>Notes which entries of the mirror are matched, and moves the point.</summary>
    Task SavePayments(
        Office office,
        IReadOnlyList<Payment> changed,
        ExactPoint point,
        CancellationToken stop = default
    );

    /// <summary>Brings accounts into the mirror, takes vanished ones out with their links, and moves the point.</summary>
    Task SaveRelations(
        Office office,
        IReadOnlyList<Relation> changed,
        IReadOnlyList<Guid> vanished,
        ExactPoint point,
        CancellationToken stop = default
    );

    /// <summary>Adds documents or replaces their content; a new one is <see cref="DocumentStatus.New"/>.</summary>
    Task SaveDocuments(
        Office office,
        Guid connection,
        IReadOnlyList<SalesDocument> documents,
        CancellationToken stop = default
    );

    /// <summary>
    /// Booking numbers of an administration that were given or sent, with the reason why one is missing if no entry has it now.
    /// A number may be named more than once.
    /// </summary>
    Task<IReadOnlyList<SpentNumber>> LoadSpentNumbers(Guid administration, CancellationToken stop = default);

    /// <summary>Notes that documents are deleted in Teamleader. Reading one again brings it back.</summary>
    Task SetGone(Office office, Guid connection, IReadOnlyList<Guid> documents, CancellationToken stop = default);

    /// <summary>Moves the point up to which Teamleader was followed.</summary>
    Task SaveTeamleaderPoint(Office office, Guid connection, DateTimeOffset point, CancellationToken stop = default);

    /// <summary>Records where documents stand.</summary>
    Task SaveOutcomes(Office office, IReadOnlyList<DocumentOutcome> outcomes, CancellationToken stop = default);

    /// <summary>
    /// Links documents to entries that were there, and sets them <see cref="DocumentStatus.Linked"/>. The link of a deleted
    /// document to the same entry ends.
    /// </summary>
    Task Adopt(Office office, IReadOnlyList<Link> links, CancellationToken stop = default);

    /// <summary>Ends the links of documents and sets those <see cref="DocumentStatus.New"/>, so that they are looked at again.</summary>
    Task Release(Office office, IReadOnlyList<Guid> documents, CancellationToken stop = default);

    /// <summary>Links a document to an entry, and ends the link that it had.</summary>
    Task Relink(Office office, Link link, CancellationToken stop = default);

    /// <summary>
    /// Lets a series go on after another number than the highest that was ever seen: a repair removed what stood behind it.
    /// </summary>
    Task ContinueAt(Office office, SeriesKey series, int? highest, CancellationToken stop = default);

    /// <summary>Where one document stands in the books.</summary>
    Task<Place> FindPlace(Guid administration, Guid document, CancellationToken stop = default);

    /// <summary>Intents of an administration with a try that began since then and was never answered, however they ended.</summary>
    Task<IReadOnlyList<Intent>> LoadUnanswered(
        Guid administration,
        DateTimeOffset since,
        CancellationToken stop = default
    );

    /// <summary>Records a plan that a person approved, with nothing done yet.</summary>
    Task ApproveRepair(Office office, Repair repair, CancellationToken stop = default);

    /// <summary>Appends a line to the journal of a repair.</summary>
    Task WriteStep(Office office, Guid repair, StepRecord record, CancellationToken stop = default);

    /// <summary>The repairs of a connection, oldest first.</summary>
    Task<IReadOnlyList<Repair>> LoadRepairs(Guid connection, CancellationToken stop = default);

    /// <summary>Keeps the bytes of files by their hash.</summary>
    Task SaveFiles(Office office, IReadOnlyDictionary<string, byte[]> contents, CancellationToken stop = default);

    /// <summary>The bytes of a file; null when it was never kept.</summary>
    Task<byte[]?> LoadFile(string hash, CancellationToken stop = default);

    /// <summary>Replaces what a link says of both sides: a person accepted the differences.</summary>
    Task Accept(Office office, Link link, CancellationToken stop = default);

    /// <summary>Makes a connection pause with booking until a person says that it may go on.</summary>
    Task Pause(Office office, Guid connection, Problem reason, CancellationToken stop = default);

    /// <summary>Makes an administration rest with booking after its memory was put back from a copy.</summary>
    Task Rest(Office office, DateTimeOffset since, CancellationToken stop = default);

    /// <summary>Ends a pause; from this instant on nobody else should book there.</summary>
    Task GoOn(Office office, Guid connection, DateTimeOffset aloneSince, CancellationToken stop = default);

    /// <summary>Remembers what a person said is not the same; saying it again changes nothing.</summary>
    Task Deny(Office office, IReadOnlyList<Denial> denials, CancellationToken stop = default);

    /// <summary>Forgets what was said not to be the same of some receivable lines.</summary>
    Task ForgetDenials(Office office, IReadOnlyList<Guid> lines, CancellationToken stop = default);

    /// <summary>Remembers that a person said a document must not be booked, or takes that back.</summary>
    Task SetAside(Office office, Guid document, bool isSetAside, CancellationToken stop = default);

    /// <summary>Remembers that two entries are two things; saying it again changes nothing.</summary>
    Task TellApart(Office office, IReadOnlyList<NotTheSame> pairs, CancellationToken stop = default);

    /// <summary>
    /// Records an intent with its first try counted. A unique index refuses a second unknown intent of a document and a
    /// second unknown intent of a number.
    /// </summary>
    Task BeginIntent(Office office, Intent intent, CancellationToken stop = default);

    /// <summary>Counts one more try of an unknown intent.</summary>
    Task BeginTry(Office office, Guid intent, DateTimeOffset at, CancellationToken stop = default);

    /// <summary>Counts a try as answered: the service said no, and why.</summary>
    Task AnswerTry(Office office, Guid intent, string refusal, CancellationToken stop = default);

    /// <summary>
    /// The entry is there: links the document, sets it <see cref="DocumentStatus.Linked"/>, and remembers what was learned
    /// about the series.
    /// </summary>
    /// <param name="office">The term of office.</param>
    /// <param name="intent">The intent.</param>
    /// <param name="link">What it came to.</param>
    /// <param name="learned">What it taught about the series; null when nothing.</param>
    /// <param name="isAnswered">Whether the last try itself was answered so; else it stays unanswered for good.</param>
    /// <param name="stop">Ends the waiting.</param>
    Task Confirm(
        Office office,
        Guid intent,
        Link link,
        NumberingMode? learned,
        bool isAnswered,
        CancellationToken stop = default
    );

    /// <summary>The attempt is over without an entry; its number is free for the series again.</summary>
    Task Refuse(Office office, Guid intent, NumberingMode? learned, CancellationToken stop = default);

    /// <summary>Remembers which account a customer is.</summary>
    Task LinkRelation(Office office, RelationLink link, CancellationToken stop = default);

    /// <summary>Records a relation intent with its first try counted; unique per customer while unknown.</summary>
    Task BeginRelation(Office office, RelationIntent intent, CancellationToken stop = default);

    /// <summary>Counts one more try of an unknown relation intent.</summary>
    Task BeginRelationTry(Office office, Guid intent, DateTimeOffset at, CancellationToken stop = default);

    /// <summary>The relation is there: brings it into the mirror and links the customer.</summary>
    Task ConfirmRelation(Office office, Guid intent, Relation relation, CancellationToken stop = default);

    /// <summary>Every try was refused.</summary>
    Task RefuseRelation(Office office, Guid intent, string refusal, CancellationToken stop = default);

    /// <summary>The unknown customer intents of an administration.</summary>
    Task<IReadOnlyList<CustomerIntent>> LoadCustomerIntents(Guid administration, CancellationToken stop = default);

    /// <summary>Records a customer intent, or another try of one that is unknown.</summary>
    Task BeginCustomer(Office office, CustomerIntent intent, CancellationToken stop = default);

    /// <summary>The customer is there: links it with the relation that it was created for.</summary>
    Task ConfirmCustomer(Office office, CustomerIntent intent, CustomerKey customer, CancellationToken stop = default);

    /// <summary>Teamleader refused the customer.</summary>
    Task RefuseCustomer(Office office, CustomerIntent intent, string refusal, CancellationToken stop = default);

    /// <summary>Records that a run began.</summary>
    Task BeginRun(Office office, Run run, CancellationToken stop = default);

    /// <summary>Records how it ended.</summary>
    Task EndRun(Office office, Run run, CancellationToken stop = default);

    /// <summary>Remembers the columns that a person chose for a page.</summary>
    Task SaveColumns(string person, string page, IReadOnlyList<string> columns, CancellationToken stop = default);

    /// <summary>All API keys by name, revoked ones too.</summary>
    Task<IReadOnlyList<ApiKey>> ApiKeys(CancellationToken stop = default);

    /// <summary>The key with that SHA-256, revoked or not; null when there is none.</summary>
    Task<ApiKey?> FindApiKey(string hash, CancellationToken stop = default);

    /// <summary>Adds a key. A unique index refuses a name that was given before.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">SHA-256 of it, hexadecimal.</param>
    /// <param name="stop">Ends the waiting.</param>
    Task AddApiKey(ApiKey key, string hash, CancellationToken stop = default);

    /// <summary>Ends a key; false when there is none of that name that still opens anything.</summary>
    Task<bool> RevokeApiKey(string name, DateTimeOffset at, CancellationToken stop = default);

    /// <summary>Remembers the last day on which a key was used.</summary>
    Task NoteApiKeyUse(string name, DateOnly day, CancellationToken stop = default);

    /// <summary>Notes in the log of an administration what a program asks for, before it is done.</summary>
    Task NoteRequest(Guid administration, ApiRequest request, CancellationToken stop = default);
}
