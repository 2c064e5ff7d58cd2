

    // Somebody else who took back at the police what let them hand over.
    private async Task TakeBack()
    {
        var id = new HandoverId(Guid.NewGuid());
        await new HandoverDesk(_record).Receive(CareCast.Advocate, CareCast.Handover(_record.Clock.GetUtcNow(), id), default);
        await using var act = await _record.Begin(CareCast.Advocate, default);
        (await act.Rows.ReceivedHandovers.SingleAsync(row => row.Id == id)).WithdrawnAt = _record.Clock.GetUtcNow();
        act.Note(new EventDraft(new EventKind("handover.consent-withdrawn")));
        await act.Save(default);
    }
}
