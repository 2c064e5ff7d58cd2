namespace Credence.Interviews;

/// <summary>Which coder.</summary>
public readonly record struct CoderId(Guid Value);

/// <summary>Which transcript.</summary>
public readonly record struct TranscriptId(Guid Value);

/// <summary>Which code of the codebook.</summary>
public readonly record struct CodeId(Guid Value);

/// <summary>Which coding.</summary>
public readonly record struct CodingId(Guid Value);

/// <summary>Which memo.</summary>
public readonly record struct MemoId(Guid Value);
